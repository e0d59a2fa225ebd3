locals {
  stacks = toset(["a", "b"])
}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

data "spacelift_account" "this" {}

resource "aws_iam_role" "main" {
  name = "spacelift"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "sts:ExternalId" = concat(
              ["${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@one@read"],
              [
                for value in local.stacks : "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${value}@write"
              ],
              flatten([
                for index in range(2) : [
                  "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@stack-${index}@read",
                  "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@stack-${index}@write",
                ]
              ]),
            )
          }
        }
      },
    ]
  })
}

resource "spacelift_aws_integration_attachment" "all" {
  for_each = local.stacks

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.value
  read           = false

  depends_on = [aws_iam_role.main]
}

resource "spacelift_aws_integration_attachment" "numbered" {
  count = 2

  integration_id = spacelift_aws_integration.main.id
  stack_id       = "stack-${count.index}"

  depends_on = [aws_iam_role.main]
}

resource "spacelift_aws_integration_attachment" "one" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "one"
  write          = false

  depends_on = [aws_iam_role.main]
}
