resource "spacelift_aws_integration" "main" {$0
  for_each = toset(["dev", "prod"])

  name     = each.key
  role_arn = aws_iam_role.spacelift[each.key].arn
}

resource "aws_iam_role" "spacelift" {
  for_each = toset(["dev", "prod"])

  name = "spacelift-${each.key}"
}
