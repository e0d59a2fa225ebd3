variable "spacelift_worker_role_arn" {
  description = "ARN of the IAM role that your Spacelift private workers run as."
  type        = string
}

resource "spacelift_aws_integration" "this" {
  name     = "spacelift"
  role_arn = aws_iam_role.this.arn

  generate_credentials_in_worker = true
  external_id                    = "my-workers"
}

resource "aws_iam_role" "this" {
  name = "spacelift"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = var.spacelift_worker_role_arn }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "sts:ExternalId" = "my-workers"
          }
        }
      },
    ]
  })
}

resource "spacelift_aws_integration_attachment" "this" {
  integration_id = spacelift_aws_integration.this.id
  stack_id       = "my-stack"
}
