numbers    = [0, 42, -1, 3.14, 1e9, 2.5E-3]
constants  = [true, false, null, truest, null-ish]
arithmetic = 1 + 2 - 3 * 4 / 5 % 6
logic      = !a && b || (c == d) != (e <= f) && g >= h && i < j && k > l
choice     = var.on ? -var.yes : local.no
roots      = [var.a, local.b, data.c.d.e, each.key, count.index, self.id, path.module, terraform.workspace, module.m.out]
bare       = [variable.x, my.data, a-b.c, größe]
splats     = [aws_iam_role.all[*].arn, aws_iam_role.all.*.arn, list.0.id, list[0]["key"]]
calls      = merge({}, max(1, 2), [for x in y : upper(x)]...)
namespaced = provider::aws::arn_parse(var.arn).account
tuple_for  = [for i, item in var.list : item.id if item.on]
object_for = {
  for k, v in var.map :
  k => v... if v != null
}
object = {
  bare = 1, other : 2
  "sts:ExternalId" = var.id
  (var.key)        = { nested = [] }
  if = "a key"
}
lines = max(
  1, /* inside */
  2, # after
)
