resource "aws_iam_role" "r" {
  unclosed_string = "abc
  no_value        =
  half_typed      = aws_iam_role.
  name            = "after"
}

output "next" {
  value = 1
}
