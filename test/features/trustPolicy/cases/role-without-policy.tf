data "spacelift_account" "current" {}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = aws_iam_role.spacelift.arn$0
}

resource "aws_iam_role" "spacelift" {
  name = "spacelift-main"
  path = "/ci/"
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
}
