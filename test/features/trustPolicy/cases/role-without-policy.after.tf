data "spacelift_account" "current" {}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/ci/spacelift-main"
}

data "aws_caller_identity" "current" {}

resource "aws_iam_role" "spacelift" {
  name = "spacelift-main"
  path = "/ci/"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.current.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "sts:ExternalId" = [
              "${data.spacelift_account.current.name}@${spacelift_aws_integration.main.id}@a@read",
              "${data.spacelift_account.current.name}@${spacelift_aws_integration.main.id}@a@write",
            ]
          }
        }
      },
    ]
  })
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"

  depends_on = [aws_iam_role.spacelift]
}
