# action: Generate the trust policy as jsonencode in the role
resource "spacelift_aws_integration_attachment" "main" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
  depends_on     = [aws_iam_role.main]
}

resource "aws_iam_role" "main" {
  name               = "spacelift"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"$0
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["acme@*"]
    }
  }
}
