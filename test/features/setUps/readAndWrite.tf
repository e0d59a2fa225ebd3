data "spacelift_account" "this" {}

data "aws_caller_identity" "current" {}

resource "spacelift_aws_integration" "read" {
  name     = "spacelift-read"
  role_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/spacelift-read"
}

resource "aws_iam_role" "read" {
  name = "spacelift-read"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringLike = {
            "sts:ExternalId" = "${data.spacelift_account.this.name}@${spacelift_aws_integration.read.id}@*@read"
          }
        }
      },
    ]
  })
}

resource "spacelift_aws_integration_attachment" "read" {
  integration_id = spacelift_aws_integration.read.id
  stack_id       = "my-stack"
  write          = false

  depends_on = [aws_iam_role.read]
}

resource "spacelift_aws_integration" "write" {
  name     = "spacelift-write"
  role_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/spacelift-write"
}

resource "aws_iam_role" "write" {
  name = "spacelift-write"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringLike = {
            "sts:ExternalId" = "${data.spacelift_account.this.name}@${spacelift_aws_integration.write.id}@*@write"
          }
        }
      },
    ]
  })
}

resource "spacelift_aws_integration_attachment" "write" {
  integration_id = spacelift_aws_integration.write.id
  stack_id       = "my-stack"
  read           = false

  depends_on = [aws_iam_role.write]
}
