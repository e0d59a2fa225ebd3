# action: Generate the trust policy with Spacelift's own data source
resource "spacelift_aws_integration" "main" {
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/spacelift"$0
  tag_assume_role = true
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
  write          = false
}

resource "spacelift_aws_integration_attachment" "many" {
  for_each = toset(["b", "c"])

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.key
}
