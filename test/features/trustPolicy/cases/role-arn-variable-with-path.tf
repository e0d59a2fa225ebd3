variable "role_arn" {
  type    = string
  default = "arn:aws:iam::123456789012:role/ci/spacelift"
}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = var.role_arn$0
}
