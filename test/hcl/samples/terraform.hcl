terraform {
  required_providers {
    spacelift = {
      source  = "spacelift-io/spacelift"
      version = ">= 1.14"
    }
  }
}

data "spacelift_account" "this" {}

locals {
  role_name = "spacelift-${var.environment}"
}

resource "spacelift_aws_integration" "this" {
  name                           = local.role_name
  role_arn                       = "arn:aws:iam::${var.account_id}:role/${local.role_name}"
  generate_credentials_in_worker = false
  labels                         = ["autoattach:aws", "team:platform"]

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_iam_role" "this" {
  name = local.role_name

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Condition = {
          StringLike = {
            "sts:ExternalId" = "${data.spacelift_account.this.name}@${spacelift_aws_integration.this.id}@*"
          }
        }
      },
    ]
  })
}

resource "spacelift_aws_integration_attachment" "this" {
  for_each       = { for stack in var.stacks : stack.id => stack if stack.enabled }
  integration_id = spacelift_aws_integration.this.id
  stack_id       = each.key
  read           = true
  write          = each.value.writes ? true : false
  depends_on     = [aws_iam_role.this]
}

output "arn" {
  value = one(aws_iam_role.this[*].arn)
}
