resource "spacelift_aws_integration" "main" {
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/spacelift"
  tag_assume_role = true
}

data "spacelift_account" "this" {}

data "spacelift_aws_integration_attachment_external_id" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
  read           = true
  write          = false
}

data "spacelift_aws_integration_attachment_external_id" "many" {
  for_each = toset(["b", "c"])

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.key
  read           = true
  write          = true
}

resource "aws_iam_role" "main" {
  name = "spacelift"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        jsondecode(data.spacelift_aws_integration_attachment_external_id.a.assume_role_policy_statement),
        {
          Effect    = "Allow"
          Principal = { AWS = data.spacelift_account.this.aws_account_id }
          Action    = "sts:TagSession"
        },
      ],
      [
        for source in values(data.spacelift_aws_integration_attachment_external_id.many) : jsondecode(source.assume_role_policy_statement)
      ],
    )
  })
}

resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
  write          = false

  depends_on = [aws_iam_role.main]
}

resource "spacelift_aws_integration_attachment" "many" {
  for_each = toset(["b", "c"])

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.key

  depends_on = [aws_iam_role.main]
}
