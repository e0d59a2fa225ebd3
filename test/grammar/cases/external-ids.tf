trust = [
  "acct@*",
  "acct@*@stack-a@*",
  "acct@01GE7K9SR2DQBCRQ90DH70JF6Y@stack-1@write",
  "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*",
  "${var.names["a"]}@${spacelift_aws_integration.main.id}@${spacelift_stack.s.id}@read",
  "${a}@${b}@${c}@${each.value}",
  "*@*@st?ck@write",
]
policy = <<-JSON
  { "StringLike": { "sts:ExternalId": ["acct@*", "${local.account}@*@stack-a@read"] } }
JSON
escaped = "{\"sts:ExternalId\": \"acct@*\"}"
