plain      = "text"
escapes    = "a\tb\nc\"d\\e\r\u00e9\U0001F600"
literal    = "$${not} %%{not} $ % $$ %% $x %y"
one        = "${a}"
several    = "${a}-${b.c[0]}-${d("x", "${e}")}"
trimmed    = "a ${~ b ~} c"
directive  = "%{ if a }yes%{ else }no%{ endif }"
no_else    = "%{ if a == "x" ~} yes %{~ endif }"
loop       = "%{ for x in xs }${x},%{ endfor }"
loop2      = "%{ for k, v in m }${k}=${v}%{ if v }!%{ endif }%{ endfor }"
across     = "${
  a
}"
object     = "${ { a = "}" }.a }"
hash       = "# no comment // neither /* nor this */"
heredoc    = <<EOT
%{ for x in xs ~}
  ${x} "quoted" \n $${literal}
%{ endfor ~}
    EOT
flush      = <<-EOT
    four
      six
	tab
    ${a} b
    EOT
marker     = <<-END-OF_TEXT
  a
  END-OF_TEXT
emoji      = "😀 👩‍👩‍👧 é"
