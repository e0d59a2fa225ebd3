resource "spacelift_aws_integration" "main" {$0
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

resource "aws_iam_role" "main" {
  name               = "spacelift"
  assume_role_policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Alice\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::${var.account}:user/alice\"},\"Action\":\"sts:AssumeRole\"},{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"324880187172\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"acme@*\"}}}]}"
  tags               = { team = "platform" }
}

variable "account" {
  type = string
}

