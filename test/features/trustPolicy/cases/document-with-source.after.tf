resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

data "spacelift_account" "this" {}

resource "aws_iam_role" "main" {
  name               = "spacelift"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "base" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:user/alice"]
    }
  }
}

data "aws_iam_policy_document" "trust" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

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
