resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/spacelift"
}

data "spacelift_account" "this" {}

data "aws_caller_identity" "current" {}

resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  # People.
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [data.spacelift_account.this.aws_account_id]
    }

    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*"]
    }
  }
}
