resource "spacelift_aws_integration" "main" {
  for_each = toset(["dev", "prod"])

  name                           = each.key
  role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
  generate_credentials_in_worker = true
  external_id                    = "workers-${each.key}"
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
            "sts:ExternalId" = [
              for integration in spacelift_aws_integration.main : integration.external_id
            ]
          }
        }
      },
    ]
  })
}
