resource "spacelift_aws_integration" "main" {
  name                           = "main"
  role_arn                       = "arn:aws:iam::123456789012:role/spacelift"$0
  generate_credentials_in_worker = true
  external_id                    = "my-workers"
}
