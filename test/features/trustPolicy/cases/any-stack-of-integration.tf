# action: Generate a trust policy that admits this integration on any stack
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"$0
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
}
