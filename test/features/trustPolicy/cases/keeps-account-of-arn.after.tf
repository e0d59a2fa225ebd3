data "spacelift_account" "this" {}

resource "spacelift_aws_integration" "main" {
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/spacelift"
  tag_assume_role = false
}

resource "aws_iam_role" "spacelift" {
  name = "spacelift"
  path = "/"

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
