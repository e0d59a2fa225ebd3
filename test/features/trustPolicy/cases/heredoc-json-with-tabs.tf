variable "external_id" {
  type = string
}

resource "spacelift_aws_integration" "worker" {
  name                           = "worker"
  role_arn                       = aws_iam_role.w.arn$0
  generate_credentials_in_worker = true
  external_id                    = var.external_id
}

resource "aws_iam_role" "w" {
  name               = "w"
  assume_role_policy = <<-EOT
  {
  	"Version": "2012-10-17",
  	"Statement": [
  		{
  			"Effect": "Allow",
  			"Principal": {"AWS": "324880187172"},
  			"Action": "sts:AssumeRole",
  			"Condition": {"StringEquals": {"sts:ExternalId": "spacelift"}}
  		}
  	]
  }
  EOT
}

resource "spacelift_aws_integration_attachment" "worker" {
  integration_id = spacelift_aws_integration.worker.id
  stack_id       = "net"
}
