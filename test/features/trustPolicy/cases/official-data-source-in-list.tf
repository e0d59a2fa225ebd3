# action: Generate the trust policy with Spacelift's own data source
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"$0
}

resource "aws_iam_role" "spacelift" {
  name = "spacelift"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:root" }
        Action    = "sts:AssumeRole"
      },
    ]
  })
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
}
