variable "role_arn" {
  type = string
}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = var.role_arn$0
}
