resource "spacelift_aws_integration" "main" {
  name = "My production"$0
}
