resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

data "spacelift_aws_integration_attachment_external_id" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
  read           = true
  write          = true
}

resource "aws_iam_role" "spacelift" {
  name = "spacelift"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      jsondecode(data.spacelift_aws_integration_attachment_external_id.a.assume_role_policy_statement),
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

  depends_on = [aws_iam_role.spacelift]
}
