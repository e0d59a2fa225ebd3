resource "spacelift_aws_integration" "main" {
  name             = "main"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift"
  duration_seconds = 7200
}

data "spacelift_account" "this" {}

resource "aws_iam_role" "main" {
  name                 = "spacelift"
  max_session_duration = 7200

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "sts:ExternalId" = [
              "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${spacelift_stack.a.id}@read",
              "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${spacelift_stack.a.id}@write",
              "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@a-literal-slug@read",
              "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${spacelift_module.m.id}@write",
            ]
          }
        }
      },
    ]
  })
}

resource "spacelift_stack" "a" {
  name       = "a"
  repository = "r"
  branch     = "main"
}

resource "spacelift_aws_integration_attachment" "both" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.a.id

  depends_on = [aws_iam_role.main]
}

resource "spacelift_aws_integration_attachment" "plans" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a-literal-slug"
  write          = false

  depends_on = [aws_iam_role.main]
}

resource "spacelift_aws_integration_attachment" "applies" {
  integration_id = spacelift_aws_integration.main.id
  module_id      = spacelift_module.m.id
  read           = false
  depends_on     = [spacelift_module.m, aws_iam_role.main]
}

resource "spacelift_module" "m" {
  name       = "m"
  repository = "r"
  branch     = "main"
}
