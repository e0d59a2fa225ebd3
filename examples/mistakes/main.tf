# Every mistake here was made in a real repository. Hover over a squiggle to read what goes wrong and when,
# and press Ctrl+. (Cmd+. on a Mac) on it to mend it.

resource "spacelift_aws_integration" "staging" {
  name             = "staging"
  arn              = "arn:aws:iam::123456789012:role/spacelift-staging"
  duration_seconds = 60
  external_id      = "spacelift"
  labels           = ["autoattach:staging"]
  region           = "eu-west-11"
}

resource "spacelift_aws_integration_attachment" "website" {
  integration_id = spacelift_aws_integration.stagin.id
  stack_id       = "Website (staging)"
}
