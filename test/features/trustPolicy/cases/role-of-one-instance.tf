resource "spacelift_aws_integration" "main" {$0
  name     = "main"
  role_arn = aws_iam_role.spacelift["dev"].arn
}

resource "aws_iam_role" "spacelift" {
  for_each = toset(["dev", "prod"])

  name = "spacelift-${each.key}"
}
