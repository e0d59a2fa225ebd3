data "spacelift_account" "this" {}

resource "spacelift_aws_integration" "main$0" {
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/${aws_iam_role.spacelift.name}"
  tag_assume_role = false
}

resource "aws_iam_role" "spacelift" {
  name = "spacelift"
  path = "/"
}
