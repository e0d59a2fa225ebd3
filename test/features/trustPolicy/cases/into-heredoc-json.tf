resource "spacelift_aws_integration" "main" {$0
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.a.id
  depends_on     = [aws_iam_role.main]
}

resource "spacelift_stack" "a" {
  name       = "a"
  repository = "r"
  branch     = "main"
}

resource "aws_iam_role" "main" {
  name               = "spacelift"
  assume_role_policy = <<EOF
{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": { "AWS": "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/alice" },
            "Action": "sts:AssumeRole"
        },
        {
            "Effect": "Allow",
            "Principal": { "AWS": "324880187172" },
            "Action": "sts:AssumeRole",
            "Condition": { "StringEquals": { "sts:ExternalId": "acme@*" } }
        }
    ]
}
EOF
}

data "aws_caller_identity" "current" {}
