resource "spacelift_aws_integration" "main" {
  name     = "main"$0
  role_arn = "arn:aws:iam::123456789012:role/ci/spacelift"
}
