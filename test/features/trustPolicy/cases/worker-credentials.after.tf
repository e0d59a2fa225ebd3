resource "spacelift_aws_integration" "main" {
  name                           = "main"
  role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
  generate_credentials_in_worker = true
  external_id                    = "my-workers"
}

variable "spacelift_worker_role_arn" {
  description = "ARN of the IAM role that your Spacelift private workers run as."
  type        = string
}

resource "aws_iam_role" "main" {
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
