# action: Generate the trust policy as aws_iam_policy_document
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
        Principal = { AWS = "324880187172" }
        Action    = "sts:AssumeRole"
        Condition = { StringLike = { "sts:ExternalId" = "acct@*" } }
      },
    ]
  })
}
