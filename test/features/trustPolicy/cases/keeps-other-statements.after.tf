locals {
  role_name = "spacelift-main"
}

data "aws_caller_identity" "current" {}

resource "spacelift_aws_integration" "main" {
  name               = "main"
  role_arn           = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${local.role_name}"
  tag_assume_role    = true
  autoattach_enabled = true
  labels             = ["autoattach:aws"]
}

data "spacelift_account" "this" {}

resource "aws_iam_role" "spacelift" {
  name = local.role_name

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # People come in too.
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:user/admin" }
        Action    = "sts:AssumeRole"
      },
      # The wrong account, and no external ID.
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringLike = {
            "sts:ExternalId" = "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*"
          }
        }
      },
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:TagSession"
      },
    ]
  })
}
