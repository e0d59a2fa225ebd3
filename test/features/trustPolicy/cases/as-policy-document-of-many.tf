# action: Generate the trust policy as aws_iam_policy_document
resource "spacelift_aws_integration" "main" {
  for_each = toset(["dev", "prod"])

  name     = each.key
  role_arn = "arn:aws:iam::123456789012:role/spacelift-${each.key}"$0
}
