resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

data "spacelift_aws_integration_attachment_external_id" "all" {
  for_each = toset(["network", "database"])

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.value
  read           = true
  write          = true
}

resource "spacelift_aws_integration_attachment" "all" {
  for_each = toset(["network", "database"])

  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.value

  depends_on = [aws_iam_role.main]
}

resource "aws_iam_role" "main" {
  name = "spacelift"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::123456789012:user/alice" }
          Action    = "sts:AssumeRole" # as agreed
        },
      ],
      [
        for source in values(data.spacelift_aws_integration_attachment_external_id.all) : jsondecode(source.assume_role_policy_statement)
      ],
    )
  })
}
