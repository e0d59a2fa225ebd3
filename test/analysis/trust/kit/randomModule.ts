/** Modules at random whose policies and attachments depend on what their variables are given, and such values. */
import type { Random } from "../../../hcl/judge/random.ts";

/** What each variable is given, as an expression. */
export type Inputs = Readonly<Record<keyof typeof types, string>>;

const types = {
  on: "bool",
  mode: "string",
  text: "string",
  number: "number",
  stacks: "set(string)",
  more: "list(string)",
  names: "map(string)",
};

const words = ["a", "b", "a-b", "web"] as const;

export function randomInputs(random: Random): Inputs {
  const some = words.filter(() => random.oneIn(3)).map((word) => `"${word}"`);
  const list = words.filter(() => random.oneIn(2)).map((word) => `"${word}"`);
  const entries = words.filter(() => random.oneIn(3)).map((word) => `${word} = "${random.pick(words)}"`);
  return {
    on: random.pick(["true", "false"]),
    mode: random.pick(['"a"', '"b"']),
    text: `"${random.pick(words)}"`,
    number: random.pick(["0", "1", "2"]),
    stacks: `toset([${some.join(", ")}])`,
    more: `tolist([${list.join(", ")}])`,
    names: `tomap({ ${entries.join(", ")} })`,
  };
}

/** The module with its variables replaced by what they are given. */
export function withInputs(module: string, inputs: Inputs): string {
  return Object.entries(inputs).reduce(
    (text, [name, value]) => text.replaceAll(new RegExp(`\\bvar\\.${name}\\b`, "g"), value),
    module,
  );
}

/** What may be named where an expression stands. */
interface Around {
  readonly random: Random;
  /** The ID of the integration. */
  readonly id: string;
  /** The variables of loops around. */
  readonly bound: readonly string[];
  readonly depth: number;
  /** What the role is called where there is one, as inside of a template. */
  readonly named: string;
  /** What everything is repeated for; undefined where there is one integration with one role. */
  readonly each?: string | undefined;
  /** Inside of the local itself. */
  readonly inLocal?: true;
}

export function randomModule(random: Random): string {
  const counted = random.oneIn(4);
  const each = random.oneIn(5) ? random.pick(["var.stacks", "toset(var.more)", "var.names"]) : undefined;
  const around: Around = {
    random,
    id: `spacelift_aws_integration.main${each ? "[each.key]" : counted ? "[0]" : ""}.id`,
    bound: each ? ["each.key", "each.value"] : [],
    depth: 3,
    each,
    named: random.pick(["spacelift", "spacelift", '${var.on ? "one" : "other"}', "spacelift-${var.mode}"]),
  };
  const repetition = each
    ? `for_each = ${each}\n  `
    : counted
      ? `count = (${condition(around)}) ? 1 : 0\n  `
      : "";
  const outside: Around = {
    random,
    id: '"01GE7K9SR2DQBCRQ90DH70JF6Y"',
    bound: [],
    depth: 2,
    named: "",
    inLocal: true,
  };
  const inCalled = random.oneIn(4);
  const over = random.pick(["var.stacks", "toset(var.more)", "keys(var.names)"]);
  return `//- /main.tf
${Object.entries(types)
  .map(([name, type]) => `variable "${name}" {\n  type = ${type}\n}\n`)
  .join("")}
locals {
  list = ${list(outside)}
}

resource "spacelift_stack" "s" {
  name       = "s"
  branch     = "main"
  repository = "infra"
}

resource "spacelift_aws_integration" "main" {
  ${repetition}name     = "main"
  role_arn = ${roleArn(around)}
}

${(each ? attachmentsOfEach : attachments)
  .filter(() => random.oneIn(2))
  .map(
    (lines, index) => `resource "spacelift_aws_integration_attachment" "at${index}" {
  ${lines(around)}
  integration_id = ${around.id}
}
`,
  )
  .join("")}
${
  inCalled && !each
    ? `module "attachments" {
  source = "./attachments"
  ${random.oneIn(3) ? `count = ${condition(around)} ? 1 : 0` : ""}
  id     = ${around.id}
  slugs  = ${over}
}
`
    : ""
}
${document(outside, "more")}
${policy(around)}
//- /attachments/main.tf
variable "id" {
  type = string
}
variable "slugs" {
  type = set(string)
}
resource "spacelift_aws_integration_attachment" "called" {
  for_each       = var.slugs
  integration_id = var.id
  stack_id       = each.key
}
`;
}

const attachments: readonly ((around: Around) => string)[] = [
  () => 'stack_id = "a"',
  () => "stack_id = var.text",
  () => "stack_id = spacelift_stack.s.id",
  (around) => `stack_id = ${condition(around)} ? "a" : "b"`,
  (around) =>
    `stack_id = ${condition(around)} ? "a" : ${condition(around)} ? var.text : spacelift_stack.s.id`,
  (around) => `stack_id = "a\${${condition(around)} ? "" : "-b"}"`,
  () => 'stack_id = coalesce(var.mode == "a" ? "" : var.text, "web")',
  (around) => `stack_id = join("", ${condition(around)} ? ["a"] : ["b"])`,
  () => "for_each = var.stacks\n  stack_id = each.key",
  () => "for_each = toset(var.more)\n  stack_id = each.value",
  () => 'for_each = toset(concat(["web"], var.more))\n  stack_id = each.value',
  () => "for_each = toset(concat(var.more, tolist(var.stacks)))\n  stack_id = each.value",
  () => "for_each = setunion(var.more, var.stacks)\n  stack_id = each.value",
  () => "for_each = var.names\n  stack_id = each.value",
  () => "for_each = { for key, name in var.names : key => key }\n  stack_id = each.value",
  () => "count = length(var.more)\n  stack_id = var.more[count.index]",
  () => 'count = var.number\n  stack_id = "web"',
  (around) => `count = ${condition(around)} ? 1 : 0\n  stack_id = "a"`,
];

const attachmentsOfEach: readonly ((around: Around) => string)[] = [
  ({ each = "" }) => `for_each = ${each}\n  stack_id = each.key`,
  ({ each = "" }) => `for_each = ${each}\n  stack_id = each.value`,
  ({ each = "" }) => `for_each = ${each}\n  stack_id = "web"`,
];

/** Of the role of the module, or perhaps of one elsewhere. */
function roleArn(around: Around): string {
  const { random } = around;
  const own = `"arn:aws:iam::123456789012:role/${roleName(around)}"`;
  const other = '"arn:aws:iam::123456789012:role/elsewhere"';
  if (!random.oneIn(4)) return own;
  return `${condition(around)} ? ${random.oneIn(2) ? `${own} : ${other}` : `${other} : ${own}`}`;
}

function roleName({ each, named }: Around): string {
  return each ? "spacelift-${each.key}" : named;
}

function policy(around: Around): string {
  const { random } = around;
  const own = (text: string, name = `"${roleName(around)}"`): string => `
resource "aws_iam_role" "main" {
  ${around.each ? `for_each = ${around.each}\n  ` : ""}name               = ${name}
  assume_role_policy = ${text}
}
`;
  const role = (text: string, rest = ""): string =>
    random.oneIn(3) && !around.each
      ? `${rest}
module "role" {
  source = "./role"
  given  = ${text}
  called = "${roleName(around)}"
}

//- /role/main.tf
variable "given" {}
variable "called" {}
${own("var.given", "var.called")}`
      : `${own(text)}${rest}`;
  const encoded = `jsonencode({ Version = "2012-10-17", Statement = ${statements(around)} })`;
  switch (random.below(around.each ? 5 : 6)) {
    case 5:
      return `
module "role" {
  source = "./role"
  given  = ${list(around)}
  called = "${roleName(around)}"
}

//- /role/main.tf
variable "given" {
  type = list(string)
}
variable "called" {
  type = string
}
${own(
  `jsonencode({ Version = "2012-10-17", Statement = [{
    Effect    = "Allow"
    Principal = { AWS = "324880187172" }
    Action    = "sts:AssumeRole"
    Condition = { ${operator(random)} = { "sts:ExternalId" = ${random.pick(["var.given", "[for id in var.given : id]"])} } }
  }] })`,
  "var.called",
)}`;
    case 0:
      return role(
        `${condition(around)} ? ${encoded} : jsonencode({ Version = "2012-10-17", Statement = [${statement(around)}] })`,
      );
    case 1:
      return role(
        `data.aws_iam_policy_document.main${around.each ? "[each.key]" : ""}.json`,
        document(around),
      );
    case 2:
      return role(`<<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "AWS": "324880187172" },
        "Action": "sts:AssumeRole",
        "Condition": { "${operator(random)}": { "sts:ExternalId": \${jsonencode(${list(around)})} } }
      }]
    }
  JSON`);
    default:
      return role(encoded);
  }
}

function document(around: Around, name = "main"): string {
  const { random } = around;
  const block = (inside: Around): string => `
    effect  = "${effect(random)}"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ${principals(inside)}
    }
    condition {
      test     = "${operator(random)}"
      variable = "sts:ExternalId"
      values   = ${list(inside)}
    }`;
  const own = `statement {${block(around)}\n  }`;
  const dynamic = `dynamic "statement" {
    for_each = ${random.oneIn(2) ? `${condition(around)} ? ["a"] : []` : collection(around).text}
    content {${block({ ...around, bound: [...around.bound, "statement.value"] })}
    }
  }`;
  return `
data "aws_iam_policy_document" "${name}" {
  ${around.each ? `for_each = ${around.each}` : ""}
  ${random.oneIn(3) ? "" : own}
  ${random.oneIn(2) ? dynamic : own}
}
`;
}

function statements(around: Around): string {
  const inner = { ...around, depth: around.depth - 1 };
  const { random } = around;
  const more = "jsondecode(data.aws_iam_policy_document.more.json).Statement";
  switch (around.depth <= 0 ? 0 : random.below(9)) {
    case 1:
      return `concat(${statements(inner)}, ${statements(inner)})`;
    case 2: {
      const { binding, inside } = loop(inner);
      return `[for ${binding} : ${statement(inside)}]`;
    }
    case 3:
      return `concat([${statement(inner)}], ${condition(around)} ? [${statement(inner)}] : [])`;
    case 4:
      return `flatten([${statements(inner)}, ${statements(inner)}])`;
    case 5:
      return `concat(${random.oneIn(2) ? more : `[for one in ${more} : one]`}, ${statements(inner)})`;
    case 6:
      return `[for one in ${statements(inner)} : one]`;
    default:
      return `[${statement(inner)}${random.oneIn(2) ? `, ${statement(inner)}` : ""}]`;
  }
}

function statement(around: Around): string {
  const { random } = around;
  const conditions = `Condition = { ${operator(random)} = { "sts:ExternalId" = ${list(around)} } }`;
  const isDeny = effect(random) === "Deny";
  return `{
    Effect    = "${isDeny ? "Deny" : "Allow"}"
    Principal = { AWS = ${principals(around)} }
    Action    = "sts:AssumeRole"
    ${random.oneIn(6) && !isDeny ? "" : conditions}
  }`;
}

function effect(random: Random): string {
  return random.oneIn(4) ? "Deny" : "Allow";
}

function operator(random: Random): string {
  return random.pick([
    "StringLike",
    "StringLike",
    "StringLike",
    "StringEquals",
    "StringNotLike",
    "StringNotEquals",
  ]);
}

function principals(around: Around): string {
  const { random } = around;
  const other = '"123456789012"';
  const own = '"324880187172"';
  switch (random.below(8)) {
    case 0:
      return `concat([${own}], ${condition(around)} ? [${other}] : [])`;
    case 1:
      return `concat([${other}], ${condition(around)} ? [${own}] : [])`;
    case 2:
      return `[${condition(around)} ? ${own} : ${other}]`;
    default:
      return `[${own}]`;
  }
}

/** A list of external IDs. */
function list(around: Around): string {
  const inner = { ...around, depth: around.depth - 1 };
  const { random } = around;
  switch (around.depth <= 0 ? 0 : random.below(16)) {
    case 1:
    case 2:
      return `concat(${list(inner)}, ${list(inner)})`;
    case 3:
      return `(${condition(around)} ? ${list(inner)} : ${list(inner)})`;
    case 4:
    case 5: {
      const { binding, inside, filter } = loop(inner);
      return `[for ${binding} : ${text(inside)}${filter}]`;
    }
    case 6: {
      const { binding, inside } = loop(inner);
      return `flatten([for ${binding} : [${text(inside)}, ${text(inside)}]])`;
    }
    case 7:
      return `flatten([${list(inner)}, [${list(inner)}]])`;
    case 8:
      return `${random.pick(["distinct", "sort", "reverse", "compact"])}(${list(inner)})`;
    case 9:
      return `compact([${text(inner)}, ${condition(around)} ? ${text(inner)} : ""])`;
    case 10:
      return random.oneIn(2)
        ? `[for index in range(var.number) : ${text(inner)}]`
        : `[for index in range(length(${random.pick(["var.more", "toset(var.more)", "distinct(var.more)"])})) : ${text(inner)}${random.oneIn(2) ? " if index > 0" : ""}]`;
    case 11:
      return `values({ for key, name in var.names : key => ${text({ ...inner, bound: [...inner.bound, "key", "name"] })} })`;
    case 12:
      return `formatlist("acme@*@%s@*", ${random.pick(["var.stacks", "var.more", "keys(var.names)"])})`;
    case 13:
      return around.inLocal ? `[${text(around)}]` : "local.list";
    case 14:
      return `setunion(${list(inner)}, ${list(inner)})`;
    default:
      return `[${text(inner)}${random.oneIn(2) ? `, ${text(inner)}` : ""}]`;
  }
}

interface Loop {
  readonly binding: string;
  readonly inside: Around;
  readonly filter: string;
}

function loop(around: Around): Loop {
  const { random, bound } = around;
  const { text: over, isMap } = collection(around);
  const name = `v${bound.length}`;
  const isKeyed = isMap || random.oneIn(4);
  const names = isKeyed ? [`k${bound.length}`, name] : [name];
  const inside = { ...around, bound: [...bound, ...names] };
  const other = bound.find((one) => one.startsWith("v"));
  const conditions: readonly [string, ...string[]] = [
    `${name} != "a"`,
    condition(around),
    ...(isKeyed ? [`k${bound.length} != "a"`] : []),
    ...(isKeyed && !isMap ? [`k${bound.length} == 0`, `k${bound.length} != 1`] : []),
    ...(other ? [`${name} != ${other}`, `${name} == ${other}`] : []),
  ];
  const filter = random.oneIn(2) ? ` if ${random.pick(conditions)}` : "";
  return { binding: `${names.join(", ")} in ${over}`, inside, filter };
}

function collection({ random }: Around): { readonly text: string; readonly isMap: boolean } {
  const over = random.pick([
    "var.stacks",
    "var.more",
    "toset(var.more)",
    "distinct(var.more)",
    "setunion(var.more, var.stacks)",
    "keys(var.names)",
    "values(var.names)",
    'concat(var.more, ["web"])',
    '["a", "b"]',
    "var.names",
  ]);
  return { text: over, isMap: over === "var.names" };
}

function condition({ random }: Around): string {
  return random.pick([
    "var.on",
    "var.on",
    "!var.on",
    'var.mode == "a"',
    'var.mode != "b"',
    "length(var.more) > 0",
    'contains(var.more, "a")',
    "var.number > 0",
    "var.number > 1",
    "length(toset(var.more)) > 1",
    "length(var.more) > 1",
    "toset(var.more) == var.stacks",
    'tostring(var.number) == "1"',
    'var.on || var.mode == "b"',
    '!(var.on && var.mode == "a")',
    'var.mode == "${var.text}"',
    'var.on && var.mode == "a"',
    'var.text == "web"',
  ]);
}

/** A template of an external ID. */
function text(around: Around): string {
  const { random, id, bound } = around;
  if (random.oneIn(5)) return random.pick(['"acme@*"', '"beta@*"', '"*"', '"acme@*@*"', '"acme"']);
  const variable = bound[random.below(Math.max(1, bound.length))];
  const slug =
    variable !== undefined && !random.oneIn(4)
      ? `\${${variable}}`
      : random.pick([
          "a",
          "b",
          "*",
          "a*",
          "web",
          "${var.text}",
          "${spacelift_stack.s.id}",
          `\${${condition(around)} ? "a" : "b"}`,
          `a\${${condition(around)} ? "" : "-b"}`,
          `\${(${condition(around)} ? { slug = "a" } : { slug = var.text }).slug}`,
          '${coalesce(var.mode == "a" ? "" : var.text, "web")}',
        ]);
  const integration = random.oneIn(2) ? "*" : `\${${id}}`;
  const phase = random.pick(["write", "write", "*", "read"]);
  const whole = `"${random.oneIn(6) ? "beta" : "acme"}@${integration}@${slug}@${phase}"`;
  return random.oneIn(8) ? `(${condition(around)} ? ${whole} : "acme@${integration}@b@write")` : whole;
}
