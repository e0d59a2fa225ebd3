resource "spacelift_aws_integration" "main" {$0
  name            = "main"
  role_arn        = "arn:aws:iam::123456789012:role/spacelift"
  tag_assume_role = true
}

resource "aws_iam_role" "main" {
  name               = "spacelift"
  assume_role_policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": []
    }
  JSON
}
