resource "spacelift_aws_integration" "main" {$0
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

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
}
