resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/spacelift-dev"
}

data "spacelift_account" "this" {}

data "aws_caller_identity" "current" {}

resource "aws_iam_role" "spacelift" {
  for_each = toset(["dev", "prod"])

  name = "spacelift-${each.key}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
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
    ]
  })
}
