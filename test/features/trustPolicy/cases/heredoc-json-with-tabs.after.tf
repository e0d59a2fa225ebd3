variable "external_id" {
  type = string
}

resource "spacelift_aws_integration" "worker" {
  name                           = "worker"
  role_arn                       = aws_iam_role.w.arn
  generate_credentials_in_worker = true
  external_id                    = var.external_id
}

variable "spacelift_worker_role_arn" {
  description = "ARN of the IAM role that your Spacelift private workers run as."
  type        = string
}

resource "aws_iam_role" "w" {
  name               = "w"
  assume_role_policy = <<-EOT
  {
  	"Version": "2012-10-17",
  	"Statement": [
  		{
  			"Effect": "Allow",
  			"Principal": {
  				"AWS": "${var.spacelift_worker_role_arn}"
  			},
  			"Action": "sts:AssumeRole",
  			"Condition": {
  				"StringEquals": {
  					"sts:ExternalId": "${var.external_id}"
  				}
  			}
  		}
  	]
  }
  EOT
}

resource "spacelift_aws_integration_attachment" "worker" {
  integration_id = spacelift_aws_integration.worker.id
  stack_id       = "net"
}
