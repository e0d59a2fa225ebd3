# action: Generate a trust policy that admits any stack of your Spacelift account
resource "spacelift_aws_integration" "main" {$0
  name     = "main"
  role_arn = aws_iam_role.spacelift.arn
}

resource "aws_iam_role" "spacelift" {
}
