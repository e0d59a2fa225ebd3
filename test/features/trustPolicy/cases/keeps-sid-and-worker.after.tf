resource "spacelift_aws_integration" "main" {
  name                           = "main"
  role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
  generate_credentials_in_worker = true
  external_id                    = "of-the-workers"
  tag_assume_role                = false
}

resource "aws_iam_role" "spacelift" {
  name = "spacelift"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Workers"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::210987654321:role/workers" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "sts:ExternalId" = "of-the-workers"
        }
      }
    }]
  })
}
