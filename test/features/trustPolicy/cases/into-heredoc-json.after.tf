resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

data "spacelift_account" "this" {}

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
            "Principal": {
                "AWS": "${data.spacelift_account.this.aws_account_id}"
            },
            "Action": "sts:AssumeRole",
            "Condition": {
                "StringEquals": {
                    "sts:ExternalId": [
                        "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${spacelift_stack.a.id}@read",
                        "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${spacelift_stack.a.id}@write"
                    ]
                }
            }
        }
    ]
}
EOF
}

data "aws_caller_identity" "current" {}
