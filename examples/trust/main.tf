# A role that looks right and refuses every run. Hover over the integration to read what happens to each session,
# and over the squiggle to read why; Ctrl+. (Cmd+. on a Mac) there mends it.

data "spacelift_account" "this" {}

data "aws_caller_identity" "current" {}

locals {
  role_name = "spacelift-website"
}

resource "spacelift_aws_integration" "website" {
  name     = "website"
  role_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${local.role_name}"
}

resource "aws_iam_role" "spacelift" {
  name = local.role_name

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "sts:ExternalId" = "${data.spacelift_account.this.name}@${spacelift_aws_integration.website.id}@*"
          }
        }
      },
    ]
  })
}

resource "spacelift_stack" "website" {
  name       = "Website"
  repository = "website"
  branch     = "main"
}

resource "spacelift_aws_integration_attachment" "website" {
  integration_id = spacelift_aws_integration.website.id
  stack_id       = spacelift_stack.website.id
  depends_on     = [aws_iam_role.spacelift]
}
