# number sign
// double slash
/* block,
   two lines */
terraform {
  required_version = ">= 1.6" # after a value
}

resource "spacelift_aws_integration" "main" {
  name     = "Main \"quoted\" \n \u00e9 \q"
  role_arn = aws_iam_role.main.arn

  lifecycle { prevent_destroy = true }
  dynamic "attachment" {
    for_each = toset(var.stacks)
    content {}
  }
}

locals {}
module bare-label second {
}

resource "spacelift_stack
