/* Every kind of structure. */
attribute = "value"

block {
}

empty {}

one_line { a = 1 }

labelled "one" two "three" {
  nested {
    deeper "x" {
      deepest = true
    }
  }

  nested {}
  # a comment
  a = 1 # behind an argument
  // another one
}

heredocs "x" {
  a = <<EOT
text ${interpolated} text
EOT
  b = <<-EOT
      indented
        more

      ${interpolated}
      EOT
  c = [
    <<A
first
A
    ,
    <<-B
    second
    B
  ]
}

odd   "label with spaces and \"quotes\""   {
a = 1
      b = 2
  }
