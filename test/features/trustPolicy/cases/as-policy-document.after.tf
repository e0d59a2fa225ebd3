resource "spacelift_aws_integration" "main" {
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/spacelift"
  tag_assume_role = true
}

data "spacelift_account" "this" {}

data "aws_iam_policy_document" "main_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [data.spacelift_account.this.aws_account_id]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values = [
        "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@a@read",
        "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@a@write",
      ]
    }
  }

  statement {
    actions = ["sts:TagSession"]

    principals {
      type        = "AWS"
      identifiers = [data.spacelift_account.this.aws_account_id]
    }
  }
}

resource "aws_iam_role" "main" {
  name = "spacelift"

  assume_role_policy = data.aws_iam_policy_document.main_trust.json
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"

  depends_on = [aws_iam_role.main]
}
