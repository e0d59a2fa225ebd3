resource "aws_iam_role" "deploy" {
  name = "spacelift-deploy"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # The people on call. This stays.
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:role/on-call" }
        Action    = "sts:AssumeRole"
      },
    ]
  })
}
