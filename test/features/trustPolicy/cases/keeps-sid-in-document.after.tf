resource "spacelift_aws_integration" "main" {
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/spacelift"
  tag_assume_role = false
}

data "spacelift_account" "this" {}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
  depends_on     = [aws_iam_role.spacelift]
}

resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "Spacelift"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [data.spacelift_account.this.aws_account_id]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values = [
        "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@network@read",
        "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@network@write",
      ]
    }
  }
}
