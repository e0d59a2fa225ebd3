resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = aws_iam_role.spacelift.arn
}

data "spacelift_account" "this" {}

resource "aws_iam_role" "spacelift" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringLike = {
            "sts:ExternalId" = "${data.spacelift_account.this.name}@*"
          }
        }
      },
    ]
  })
}
