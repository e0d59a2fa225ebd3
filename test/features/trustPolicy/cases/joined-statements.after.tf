resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

data "spacelift_account" "this" {}

resource "aws_iam_role" "main" {
  name = "spacelift"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Effect    = "Allow"
          Principal = { AWS = data.spacelift_account.this.aws_account_id }
          Action    = "sts:AssumeRole"
          Condition = {
            StringLike = {
              "sts:ExternalId" = "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*"
            }
          }
        },
        {
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::123456789012:user/alice" }
          Action    = "sts:AssumeRole" # as agreed
        },
      ],
      local.others,
    )
  })
}

locals {
  others = []
}
