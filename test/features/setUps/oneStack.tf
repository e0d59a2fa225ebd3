data "spacelift_account" "this" {}

data "aws_caller_identity" "current" {}

resource "spacelift_aws_integration" "this" {
  name     = "spacelift"
  role_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/spacelift"
}

resource "aws_iam_role" "this" {
  name = "spacelift"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
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
  integration_id = spacelift_aws_integration.this.id
  stack_id       = "my-stack"

  depends_on = [aws_iam_role.this]
}
