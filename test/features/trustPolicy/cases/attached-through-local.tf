resource "spacelift_aws_integration" "main" {$0
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

locals {
  integration_id = spacelift_aws_integration.main.id
}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = local.integration_id
  stack_id       = "network"
}
