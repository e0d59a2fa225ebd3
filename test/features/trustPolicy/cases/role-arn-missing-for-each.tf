resource "spacelift_aws_integration" "main" {$0
  for_each = toset(["dev", "prod"])

  name = each.key
}
