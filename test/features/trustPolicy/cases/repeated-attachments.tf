locals {
  stacks = toset(["a", "b"])
}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"$0
}

resource "spacelift_aws_integration_attachment" "all" {
  for_each = local.stacks

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.value
  read           = false
}

resource "spacelift_aws_integration_attachment" "numbered" {
  count = 2

  integration_id = spacelift_aws_integration.main.id
  stack_id       = "stack-${count.index}"
}

resource "spacelift_aws_integration_attachment" "one" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "one"
  write          = false
}
