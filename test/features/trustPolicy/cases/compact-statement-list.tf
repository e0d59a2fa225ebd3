resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = aws_iam_role.spacelift.arn$0
}

resource "aws_iam_role" "spacelift" {
  name = "spacelift-main"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "acct@*" } }
    }]
  })
}
