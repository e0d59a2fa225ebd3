/** Terraform that several tests need. */

/** An integration attached to one stack, the cursor inside its block. */
export const attachedIntegration = `resource "spacelift_stack" "network" {
  name       = "Network"
  repository = "infrastructure"
  branch     = "main"
}

resource "spacelift_aws_integration" "production" {
  name     = "production"$0
  role_arn = "arn:aws:iam::123456789012:role/spacelift-production"
}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.production.id
  stack_id       = spacelift_stack.network.id
}
`;
