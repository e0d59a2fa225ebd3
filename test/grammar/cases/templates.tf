interpolated = "a ${var.b} c ${~ upper("d ${e}") ~} f"
directives   = "%{ if var.on ~}yes%{ else }no%{~ endif }%{ for x in y }${x}%{ endfor }"
escaped      = "$${not} %%{not} $5 100%"
object       = "${merge({ a = "}" }, {})["a"]}"
several_lines = "${
  var.x
}"
plain = <<EOT
  # no comment, "no string" $${not} %%{not} \n
  ${var.x} %{ for s in var.list ~}
  - ${s}
  %{ endfor ~}
  EOT
flush = <<-END-1
    EOT
    text
    END-1
call = chomp(<<EOT
text
EOT
)
after = 1
