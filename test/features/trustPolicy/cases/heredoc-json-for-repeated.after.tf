resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

data "spacelift_account" "this" {}

resource "spacelift_aws_integration_attachment" "all" {
  for_each = toset(["network", "database"])

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.value

  depends_on = [aws_iam_role.main]
}

resource "aws_iam_role" "main" {
  name = "spacelift"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "sts:ExternalId" = flatten([
              for value in toset(["network", "database"]) : [
                "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${value}@read",
                "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${value}@write",
              ]
            ])
          }
        }
      },
      {
        Sid    = "Alice"
        Effect = "Allow"
        Principal = {
          AWS = "arn:aws:iam::${var.account}:user/alice"
        }
        Action = "sts:AssumeRole"
      },
    ]
  })
}

variable "account" {
  type = string
}

