resource "spacelift_aws_integration" "main" {$0
  name             = "main"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift"
  duration_seconds = 7200
}

resource "spacelift_stack" "a" {
  name       = "a"
  repository = "r"
  branch     = "main"
}

resource "spacelift_aws_integration_attachment" "both" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.a.id
}

resource "spacelift_aws_integration_attachment" "plans" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a-literal-slug"
  write          = false
}

resource "spacelift_aws_integration_attachment" "applies" {
  integration_id = spacelift_aws_integration.main.id
  module_id      = spacelift_module.m.id
  read           = false
  depends_on     = [spacelift_module.m]
}

resource "spacelift_module" "m" {
  name       = "m"
  repository = "r"
  branch     = "main"
}
