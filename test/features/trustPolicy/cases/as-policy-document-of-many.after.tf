resource "spacelift_aws_integration" "main" {
  for_each = toset(["dev", "prod"])

  name     = each.key
  role_arn = "arn:aws:iam::123456789012:role/spacelift-${each.key}"
}

data "spacelift_account" "this" {}

data "aws_iam_policy_document" "main_trust" {
  for_each = toset(["dev", "prod"])

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [data.spacelift_account.this.aws_account_id]
    }

    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["${data.spacelift_account.this.name}@${spacelift_aws_integration.main[each.key].id}@*"]
    }
  }
}

resource "aws_iam_role" "main" {
  for_each = toset(["dev", "prod"])

  name = "spacelift-${each.key}"

  assume_role_policy = data.aws_iam_policy_document.main_trust[each.key].json
}
