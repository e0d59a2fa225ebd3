# An integration whose role is in another file, role.tf. Put the cursor into the block, press Ctrl+. (Cmd+. on a Mac),
# and choose "Generate the matching IAM trust policy": both files change, and you see how before they do.

resource "spacelift_aws_integration" "deploy" {
  name     = "deploy"
  role_arn = "arn:aws:iam::123456789012:role/spacelift-deploy"
}

resource "spacelift_aws_integration_attachment" "deploy" {
  integration_id = spacelift_aws_integration.deploy.id
  stack_id       = "network"
}
