resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = aws_iam_role.ci.arn$0
}
