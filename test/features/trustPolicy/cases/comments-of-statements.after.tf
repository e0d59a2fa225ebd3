resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/ci"
} # Made in March.

data "spacelift_account" "this" {}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
  depends_on     = [aws_iam_role.ci]
}

resource "aws_iam_role" "ci" {
  name = "ci"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # Spacelift, to read
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "sts:ExternalId" = [
              "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@network@read",
              "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@network@write",
            ]
          }
        }
      },
      # GitHub Actions, for the nightly report.
      # Ask before you touch it.
      {
        Effect    = "Allow"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
        Action    = "sts:AssumeRoleWithWebIdentity"
      } # end of GitHub
    ]
  })
}
