# action: Generate a trust policy that admits any stack of your Spacelift account
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"$0
}
