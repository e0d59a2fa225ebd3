data "spacelift_account" "this" {}

resource "spacelift_aws_integration" "main" {$0
  count = 2

  name     = "main-${count.index}"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
    }
  }
}
