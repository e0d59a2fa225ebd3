resource "spacelift_aws_integration" "main$0" {
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/spacelift"
  tag_assume_role = false
}

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
      identifiers = ["324880187172"]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["acme@*@other@*"]
    }
  }
}
