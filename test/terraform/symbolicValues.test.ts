/** What expressions are worth of which parts are known only after a run. */
import { expect, test } from "vitest";
import { describeValue } from "./kit/describeValue.ts";
import { evaluateText } from "./kit/evaluateText.ts";
import { resolveInWorld } from "./kit/world.ts";

const account = "data.spacelift_account.this.name";
const integration = "spacelift_aws_integration.main.id";

const cases: readonly (readonly [expression: string, value: string])[] = [
  // References
  ["aws_iam_role.x.name", '"deploy"'],
  ["aws_iam_role.x.arn", '"${aws_iam_role.x.arn}"'],
  ["aws_iam_role.x.unique_id", "${aws_iam_role.x.unique_id}"],
  ['aws_iam_role.x.tags["Owner"]', "${aws_iam_role.x.tags.Owner}"],
  ['aws_iam_role.x.tags["a b"]', '${aws_iam_role.x.tags["a b"]}'],
  ["aws_iam_role.x.list[0].a", "${aws_iam_role.x.list[0].a}"],
  ["aws_iam_role.x.list[*].a", "${aws_iam_role.x.list[*].a}"],
  ["aws_iam_role.x[var.open].arn", "?variable without value"],
  ["var.open.a.b", "${var.open.a.b}"],
  ["local.list[0]", '"a"'],
  ["local.map.two.x", "${var.open.x}"],
  ["[aws_iam_role.x, aws_iam_role.y][*].arn", '["${aws_iam_role.x.arn}", "${aws_iam_role.y.arn}"]'],
  ["{ a = aws_iam_role.x }.a.name", '"deploy"'],
  ["values({ a = aws_iam_role.x })[0].arn", '"${aws_iam_role.x.arn}"'],
  // Strings
  [
    `"\${${account}}@\${${integration}}@*"`,
    '"${data.spacelift_account.name}@${spacelift_aws_integration.main.id}@*"',
  ],
  ['"x-${var.open}"', '"x-${var.open}"'],
  ['"x-${var.nameless}"', '"x-${?variable without value}"'],
  [`join("@", [${account}, local.name])`, '"${data.spacelift_account.name}@ci"'],
  [`format("%s@%s", ${account}, local.name)`, '"${data.spacelift_account.name}@ci"'],
  [`format("%s/%d", ${account}, var.open)`, '"${data.spacelift_account.name}/${?variable without value}"'],
  ['formatlist("%s-x", local.list)', 'list("a-x", "${var.unset}-x", "c-x")'],
  ["upper(var.unset)", '"${upper(var.unset)}"'],
  ['lower("A-${var.unset}")', '"a-${lower(var.unset)}"'],
  ['trimprefix("arn:${var.unset}", "arn:")', '"${var.unset}"'],
  ['trimsuffix("${var.unset}/", "/")', '"${var.unset}"'],
  ['replace(var.unset, "a", "b")', '"${replace(var.unset, "a", "b")}"'],
  ['split("/", var.unset)[1]', '"${split("/", var.unset)[1]}"'],
  ["tostring(var.open)", '"${var.open}"'],
  ["tonumber(var.unset)", "${tonumber(var.unset)}"],
  // Comparison
  [`${account} == ${account}`, "true"],
  [`${account} != data.spacelift_account.other.name`, "false"],
  ['"a${var.unset}" == "b${var.unset}"', "false"],
  ['"${var.unset}a" == "${var.open}b"', "false"],
  ['"a${var.unset}" == "a${var.unset}"', "true"],
  ["var.unset == var.other", "${(var.unset == var.other: dynamic)}"],
  ["var.unset == null", "${(var.unset == null)}"],
  ['"a${var.unset}" == null', "false"],
  ['contains(["x", "a${var.unset}"], "x")', "true"],
  ['contains(["x", "a${var.unset}"], "b")', "false"],
  ['contains(local.list, "q")', "?variable without value"],
  ['startswith("arn:${var.unset}", "arn:aws")', "?variable without value"],
  ['startswith("arn:${var.unset}", "iam")', "false"],
  // Logic
  ["true || var.open", "true"],
  ["var.open && false", "false"],
  ["var.open && true", "${(var.open: bool && true)}"],
  ["!var.open", "${!var.open}"],
  ["var.open + 1", "${(var.open: number + 1)}"],
  ['var.open ? "a" : "a"', '"a"'],
  ['var.open ? "a" : "b"', "?variable without value"],
  ["true ? var.open : 1", "${var.open}"],
  ["false ? var.open : 1", "1"],
  ['coalesce(var.unset, "a")', "?variable without value"],
  ['coalesce("a-${var.unset}", "b")', '"a-${var.unset}"'],
  ['coalesce("${var.unset}${var.other}", "b")', "?variable without value"],
  ['compact(["${var.unset}${var.other}", "a"])', "?variable without value"],
  [
    'compact(["${var.unset}-a", "", jsonencode([var.open]), jsonencode(var.open)])',
    'list("${var.unset}-a", "[${jsonencode(var.open)}]", "${jsonencode(var.open)}")',
  ],
  ["try(var.open.x, 1)", "${var.open.x}"],
  ["can(var.open.x)", "?variable without value"],
  // Collections
  ["length(local.list)", "3"],
  ["length(var.open)", "${length(var.open)}"],
  ['length(toset([var.unset, "a"]))', "?variable without value"],
  ["tolist(local.list)", 'list("a", "${var.unset}", "c")'],
  ['tolist([var.open, "a"])', 'list("${var.open}", "a")'],
  ['toset([var.unset, var.unset, "a"])', 'set("a", "${var.unset}")'],
  ["concat(local.list, [var.open])", '["a", "${var.unset}", "c", ${var.open}]'],
  ["concat(local.list, var.open)", '${concat(["a", var.unset, "c"], var.open)}'],
  ["flatten([local.list, [[aws_iam_role.x.arn]]])", '["a", "${var.unset}", "c", "${aws_iam_role.x.arn}"]'],
  ["flatten([var.open])", "?variable without value"],
  ["merge(local.map, { three = 3 })", "{ one = 1, three = 3, two = ${var.open} }"],
  ["keys(local.map)", '["one", "two"]'],
  ['[for v in local.list : "${v}!"]', '["a!", "${var.unset}!", "c!"]'],
  ['[for v in local.list : v if v != "a"]', "?variable without value"],
  ["[for v in var.open : v]", "?variable without value"],
  ["{ for k, v in local.map : k => v }", "{ one = 1, two = ${var.open} }"],
  ['{ "${var.unset}:aud" = 1, b = 2 }', '{ b = 2, ("${var.unset}:aud") = 1 }'],
  ['{ "${var.unset}:aud" = 1, b = 2 }.b', "?variable without value"],
  ["{ for v in local.list : v => 1 }", '{ a = 1, c = 1, ("${var.unset}") = 1 }'],
  ['sort(["b", "a${var.unset}"])', "?variable without value"],
  ['sort(["b", "a${var.unset}"])[0]', "?variable without value"],
  ['length(distinct(["b", var.unset]))', "?variable without value"],
  ['distinct(["b", var.unset])[1]', "?variable without value"],
  ['sort(["a${var.unset}"])', 'list("a${var.unset}")'],
  ['distinct(["b", "a${var.unset}", "b", "a${var.unset}"])', 'list("b", "a${var.unset}")'],
  // JSON
  [`jsonencode({ a = ${account}, b = [1] })`, '"{"a":"${data.spacelift_account.name}","b":[1]}"'],
  ["jsonencode([var.open])", '"[${jsonencode(var.open)}]"'],
  ["jsondecode(local.policy)", '{ Id = "${data.spacelift_account.name}", Version = "2012-10-17" }'],
  ["jsondecode(var.unset)", "${jsondecode(var.unset)}"],
  [
    'jsondecode("{\\"a\\": \\"x-${var.unset}\\", \\"b\\": ${var.open}}")',
    '{ a = "x-${var.unset}", b = ${jsondecode(var.open)} }',
  ],
  ['jsondecode("{${var.open}")', "?variable without value"],
  ["jsondecode(jsonencode([var.open]))", "[${var.open}]"],
  // Errors stay where they are
  ["local.broken.good", "1"],
  ["local.broken.bad", "?error"],
  ['"a-${nothing}-b"', '"a-${?error}-b"'],
  ["[1, nothing]", "[1, ?error]"],
  ["jsonencode({ a = 1, b = nothing })", '"{"a":1,"b":${?error}}"'],
  // What is not evaluated
  ["timestamp()", "?not reproducible"],
  ["uuid()", "?not reproducible"],
  ['provider::aws::arn_parse("x")', "?unsupported function"],
  ['file("x")', "?file not readable"],
];

test.each(cases)("%s", (expression, expected) => {
  expect(describeValue(evaluateText(expression, { resolve: resolveInWorld }).value)).toBe(expected);
});
