variable "role_arn" {
  type    = string
  default = "arn:aws:iam::123456789012:role/ci/spacelift"
}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = var.role_arn
}

data "spacelift_account" "this" {}

resource "aws_iam_role" "main" {
  name = basename(var.role_arn)
  path = regex(":role(/(?:.*/)?)", var.role_arn)[0]

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
