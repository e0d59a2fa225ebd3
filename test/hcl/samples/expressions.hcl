# Every kind of expression.
number      = 42
fraction    = 1.50
exponent    = 6.02e+23
long        = 123456789012345678901234567890.123456789
yes         = true
no          = false
nothing     = null
sum         = 1 + 2 * 3 - 4 / 5 % 6
logic       = !(a && b) || c == d && e != f
compare     = a < b && a <= b || a > b && a >= b
negative    = -a.b[0] + -1
conditional = a ? b : c ? d : e
reference   = data.aws_iam_role.this["x"].arn
legacy      = aws_instance.web.0.id
dashes      = local.TEAM-MAPPING
splat       = aws_instance.web.*.id
splats      = aws_instance.web.*.tags.0.name
full        = aws_instance.web[*].tags["Name"].x[0]
nested      = a[*].b[*].c
index       = a[b[c.d]][0]
call        = max(1, 2, 3)
trailing    = max(
  1, # one
  2, // two
  3, /* three */
)
expanded    = max([1, 2]...)
namespaced  = provider::aws::arn_parse("arn:aws:iam::123456789012:role/x").account_id
tuple       = [1, "two", [3], { four = 4 },]
empty       = [[], {}, ""]
object = {
  bare       = 1
  "quoted"   = 2
  (computed) = 3
  colon : 4, comma = 5
  "${a}-b" = 6
  nested = { a = { b = {} } }
}
list_for   = [for x in xs : x]
list_for2  = [for i, x in xs : "${i}-${x}" if x != null]
object_for = { for k, v in m : k => v }
grouped    = { for x in xs : x.key => x.value... if x.ok }
multi_line = [
  for x in xs :
  {
    name = x
  }
  if x != ""
]
parens = (
  a
  +
  b
)
unicode = { größe = "große Größe", 名前 = "日本" }
