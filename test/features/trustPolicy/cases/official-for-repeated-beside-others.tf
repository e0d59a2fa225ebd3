# action: Generate the trust policy with Spacelift's own data source
resource "spacelift_aws_integration" "main" {$0
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

resource "spacelift_aws_integration_attachment" "all" {
  for_each = toset(["network", "database"])

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.value
}

resource "aws_iam_role" "main" {
  name = "spacelift"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:user/alice" }
        Action    = "sts:AssumeRole" # as agreed
      },
    ]
  })
}
