# An integration as it is before anyone has thought about trust: no role, no trust policy.
# Put the cursor into the first block, press Ctrl+. (Cmd+. on a Mac), and choose
# "Generate the matching IAM trust policy".

resource "spacelift_aws_integration" "production" {
  name             = "production"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift-production"
  duration_seconds = 3600
  space_id         = "root"
}

resource "spacelift_stack" "network" {
  name       = "Network"
  repository = "infrastructure"
  branch     = "main"
}

resource "spacelift_stack" "audit" {
  name       = "Audit"
  repository = "infrastructure"
  branch     = "main"
}

# Plans and applies.
resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.production.id
  stack_id       = spacelift_stack.network.id
}

# Only ever plans.
resource "spacelift_aws_integration_attachment" "audit" {
  integration_id = spacelift_aws_integration.production.id
  stack_id       = spacelift_stack.audit.id
  write          = false
}
