locals {
  role_name = "spacelift-main"
}

data "aws_caller_identity" "current" {}

resource "spacelift_aws_integration" "main" {
  name               = "main"
  role_arn           = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${local.role_name}"
  tag_assume_role    = true
  autoattach_enabled = true$0
  labels             = ["autoattach:aws"]
}

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
        Principal = { AWS = "577638371743" }
        Action    = "sts:AssumeRole"
      },
    ]
  })
}
