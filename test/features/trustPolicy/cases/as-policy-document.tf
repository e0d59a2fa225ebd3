# action: Generate the trust policy as aws_iam_policy_document
resource "spacelift_aws_integration" "main" {
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/spacelift"$0
  tag_assume_role = true
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
}
