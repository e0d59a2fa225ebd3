/**
 * Policies of which a part depends on conditions that nobody knows. What is said holds for every answer, and where all
 * answers come to the same it is said: the same module is judged with each of them.
 */
import { describe, expect, it } from "vitest";
import { moduleWith, verdictLines } from "./verdictLines.ts";

const settings = { accountName: "acme", instance: "spacelift.io" };

const spacelift = '"324880187172"';

const statement = (ids: string, principal = spacelift, effect = "Allow"): string => `{
  Effect    = "${effect}"
  Principal = { AWS = ${principal} }
  Action    = "sts:AssumeRole"
  Condition = { StringLike = { "sts:ExternalId" = ${ids} } }
}`;

const encoded = (statements: string): string =>
  `jsonencode({ Version = "2012-10-17", Statement = ${statements} })`;

const own = statement('"acme@*"');
const other = statement('"other@*"');

/** Values of the condition, with what all answers come to. */
const values: readonly (readonly [string, string])[] = [
  ['concat(["acme@*"], var.x ? ["other@*"] : [])', "allowed"],
  ['concat(["other@*"], var.x ? ["acme@*"] : [])', "unknown"],
  ['concat(["other@*"], var.x ? ["another@*"] : [])', "refused"],
  ['concat(var.x ? ["acme@*"] : [], var.x ? [] : ["acme@*@*"])', "allowed"],
  ['concat(var.x ? ["acme@*"] : [], var.y == "a" ? [] : ["acme@*@*"])', "unknown"],
  ['concat(var.x ? ["acme@*"] : [], var.y == "a" ? ["acme@*"] : [], ["acme@*@*"])', "allowed"],
  ['concat(local.more, ["acme@*"])', "allowed"],
  ['concat(local.more, ["other@*"])', "refused"],
  ['flatten([["acme@*"], var.x ? ["other@*"] : []])', "allowed"],
  ['flatten(["other@*", var.x ? ["acme@*"] : []])', "unknown"],
  ['flatten([["other@*"], [[], var.x ? [["another@*"], []] : []]])', "refused"],
  ['flatten(var.x ? [["acme@*"]] : [["other@*"], ["acme@*"]])', "allowed"],
  ['concat(["other@*"], var.x ? ["$${sts:ExternalId}"] : [])', "unknown"],
  ['compact(["acme@*", var.x ? "other@*" : ""])', "allowed"],
  ['compact(["other@*", var.x ? "acme@*" : null])', "unknown"],
  ['compact(["other@*", var.x ? "another@*" : ""])', "refused"],
  ['compact(["acme@*", "${var.y}${var.y}"])', "allowed"],
  ['[coalesce("acme@${spacelift_aws_integration.main.id}@*", var.y)]', "allowed"],
  ['["acme@${coalesce(spacelift_aws_integration.main.id, var.y)}@*"]', "allowed"],
  ['compact(["acme@${compact([spacelift_aws_integration.main.id])[0]}@*"])', "allowed"],
  ['sort(["other@${var.y}", "acme@*"])', "allowed"],
  ['sort(["other@${var.y}", "another@${var.y}*"])', "refused"],
  ['sort(["other@${var.y}", var.x ? "acme@*" : "another@*"])', "unknown"],
  ['sort(["other@${var.y}", var.x ? "acme@*" : "acme@*@*"])', "allowed"],
  ['[for id in sort(["other@${var.y}", "acme"]) : "${id}@*"]', "allowed"],
  ['distinct(["other@${var.y}", "other@${var.x}", "acme@*"])', "allowed"],
  ['distinct(["other@${var.y}", "other@${var.x}"])', "refused"],
  ['distinct(concat(["acme@*"], var.x ? ["acme@*"] : []))', "allowed"],
  ['toset(concat(["acme@*"], var.x ? ["other@*"] : []))', "allowed"],
  ['setunion(["acme@*"], var.x ? ["other@*"] : [])', "allowed"],
  ['reverse(concat(["other@*"], var.x ? ["acme@*"] : []))', "unknown"],
  ['[for name in concat(["acme"], var.x ? ["other"] : []) : "${name}@*"]', "allowed"],
  ['[for name in concat(["other"], var.x ? ["another"] : []) : "${name}@*"]', "refused"],
  ['[for key, name in concat(["acme"], var.x ? ["other"] : []) : "${name}@*"]', "allowed"],
  ['[for name in ["acme", "other"] : "${name}@*" if name == "acme" || var.x]', "allowed"],
  ['[for name in ["acme", "other"] : "${name}@*" if name == "other" || var.x]', "unknown"],
  ['[for one in [{ name = "other", on = var.x }] : "${one.name}@*" if one.on]', "refused"],
  ['[for key, on in { acme = true, other = var.x } : "${key}@*" if on]', "allowed"],
  ['values({ for key, on in { acme = true, other = var.x } : key => "${key}@*" if on })', "allowed"],
  ['var.x ? "acme@*" : "acme@*@*"', "allowed"],
  ['var.x ? "other@*" : "acme@*"', "unknown"],
  ['var.x ? ["acme@*"] : ["other@*"]', "unknown"],
  ['var.x ? ["another@*"] : ["other@*"]', "refused"],
  ['[var.x ? "acme@*" : "other@*", var.x ? "other@*" : "acme@*"]', "allowed"],
  ['var.x ? var.y == "a" ? ["acme@*"] : ["acme@*@*"] : ["acme@*@*@*"]', "allowed"],
  ['!var.x ? ["acme@*"] : ["other@*"]', "unknown"],
  ['"${var.x ? "acme" : "acme@*"}@*"', "allowed"],
  ['"${var.x ? "acme" : "other"}@*"', "unknown"],
  ['"${var.x ? "other" : "another"}@*"', "refused"],
  ['"${var.x ? "other" : "another"}@${var.y == "a" ? "b" : "c"}@*"', "refused"],
  ['"${var.x ? "ac" : "acme"}${var.x ? "me" : ""}@*"', "allowed"],
  ['"${lower(var.x ? "ACME" : "Acme")}@*"', "allowed"],
  ['format("%s@*", var.x ? "acme" : "other")', "unknown"],
  ['join("@", ["acme", var.x ? "*" : "**"])', "allowed"],
  ['"${coalesce(var.x ? "acme" : null, "acme")}@*"', "allowed"],
  ['"${coalesce(var.x ? "other" : "", "acme")}@*"', "unknown"],
  ['"${try(var.x ? local.names["acme"] : local.names["none"], "acme")}@*"', "allowed"],
  ['"${(var.x ? { name = "acme" } : { name = "acme@*" }).name}@*"', "allowed"],
  ['"${local.names[var.x ? "acme" : "other"]}@*"', "unknown"],
  ['[for one in (var.x ? [{ name = "acme" }] : [{ name = "acme" }])[*].name : "${one}@*"]', "allowed"],
  ['"${length(var.x ? ["a"] : []) > 0 ? "acme" : "other"}@*"', "unknown"],
  ['"${length(var.x ? ["a"] : ["b"]) > 0 ? "acme" : "other"}@*"', "allowed"],
];

/** What IAM would refuse as soon as the condition holds. */
const refusable = [
  'concat(["acme@*"], var.x ? [["other@*"]] : [])',
  'concat(["acme@*"], var.x ? [null] : [])',
  '["acme@*", var.x ? "other@*" : null]',
];

const policies: readonly (readonly [string, string])[] = [
  [encoded(`concat([${own}], var.x ? [${other}] : [])`), "allowed"],
  [encoded(`concat([${other}], var.x ? [${own}] : [])`), "unknown"],
  [encoded(`concat([${other}], var.x ? [${other}] : [])`), "refused"],
  [encoded(`flatten([[${own}], var.x ? [${other}] : []])`), "allowed"],
  [encoded(`var.x ? [${own}] : [${other}]`), "unknown"],
  [encoded(`concat([${own}], var.x ? [${statement('"acme@*"', spacelift, "Deny")}] : [])`), "unknown"],
  [encoded(`concat([${own}], var.x ? [${statement('"other@*"', spacelift, "Deny")}] : [])`), "allowed"],
  [encoded(`concat([${own}, ${statement('"*"', spacelift, "Deny")}], var.x ? [${own}] : [])`), "refused"],
  [encoded(`[${statement('"acme@*"', `concat([${spacelift}], var.x ? ["123456789012"] : [])`)}]`), "allowed"],
  [
    encoded(`[${statement('"acme@*"', `concat(["210987654321"], var.x ? ["123456789012"] : [])`)}]`),
    "refused",
  ],
  [encoded(`[${statement('"acme@*"', `concat(["210987654321"], var.x ? [${spacelift}] : [])`)}]`), "unknown"],
  [encoded(`[${statement('"acme@*"', `var.x ? ${spacelift} : "123456789012"`)}]`), "unknown"],
  [
    encoded(`[{
      Effect    = "Allow"
      Principal = { AWS = ${spacelift} }
      Action    = concat(["sts:AssumeRole"], var.x ? ["sts:TagSession"] : [])
    }]`),
    "allowed",
  ],
  [
    encoded(`[{
      Effect    = "Allow"
      Principal = { AWS = ${spacelift} }
      Action    = "sts:AssumeRole"
      Condition = var.x ? { StringLike = { "sts:ExternalId" = "acme@*" } } : {}
    }]`),
    "allowed",
  ],
  [`var.x ? ${encoded(`[${own}]`)} : ${encoded(`[${own}, ${other}]`)}`, "allowed"],
  [
    `jsonencode(var.x ? jsondecode(${encoded(`[${own}]`)}) : jsondecode(${encoded(`[${other}]`)}))`,
    "unknown",
  ],
  ["data.aws_iam_policy_document.values.json", "allowed"],
  ["data.aws_iam_policy_document.blocks.json", "allowed"],
  ["data.aws_iam_policy_document.maybe.json", "unknown"],
  ["data.aws_iam_policy_document.none.json", "refused"],
  ["data.aws_iam_policy_document.conditions.json", "allowed"],
  ["data.aws_iam_policy_document.sources.json", "allowed"],
  ["data.aws_iam_policy_document.compacted.json", "allowed"],
  ["data.aws_iam_policy_document.unless.json", "allowed"],
  ["coalesce(data.aws_iam_policy_document.blocks.json, var.y)", "allowed"],
  ["data.aws_iam_policy_document.overrides.json", "unknown"],
  ["data.aws_iam_policy_document.renamed.json", "unknown"],
  ["data.aws_iam_policy_document.behind.json", "allowed"],
  ["data.aws_iam_policy_document.nameless.json", "unknown"],
];

const principals = (identifiers = `[${spacelift}]`): string => `
  principals {
    type        = "AWS"
    identifiers = ${identifiers}
  }`;
const condition = (ids: string): string => `
  test     = "StringLike"
  variable = "sts:ExternalId"
  values   = ${ids}`;
const dynamic = (type: string, forEach: string, content: string): string => `
  dynamic "${type}" {
    for_each = ${forEach}
    content {${content}}
  }`;
const body = (ids: string): string => `
  actions = ["sts:AssumeRole"]
  ${principals()}
  condition {${condition(ids)}}`;
const document = (name: string, statements: string): string => `
data "aws_iam_policy_document" "${name}" {
  ${statements}
}`;

const documents = [
  document(
    "values",
    `statement {
      actions = ["sts:AssumeRole"]
      ${principals(`concat([${spacelift}], var.x ? ["123456789012"] : [])`)}
      condition {${condition('concat(["acme@*"], var.x ? ["other@*"] : [])')}}
    }`,
  ),
  document(
    "blocks",
    `statement {${body('["acme@*"]')}}${dynamic("statement", "var.x ? [1] : []", body('["other@*"]'))}`,
  ),
  document(
    "maybe",
    `statement {${body('["other@*"]')}}${dynamic("statement", 'var.x ? toset(["acme"]) : []', body('["${statement.value}@*"]'))}`,
  ),
  document(
    "none",
    dynamic("statement", 'concat(["other"], var.x ? ["another"] : [])', body('["${statement.value}@*"]')),
  ),
  document(
    "conditions",
    `statement {
      actions = ["sts:AssumeRole"]
      ${principals()}
      ${dynamic("condition", "var.x ? [1] : []", condition('["acme@*"]'))}
    }`,
  ),
  document(
    "sources",
    `source_policy_documents = concat(
      [data.aws_iam_policy_document.blocks.json],
      var.x ? [data.aws_iam_policy_document.none.json] : [],
    )`,
  ),
  document("compacted", "source_policy_documents = compact([data.aws_iam_policy_document.blocks.json])"),
  document(
    "unless",
    `source_policy_documents = compact([
      data.aws_iam_policy_document.blocks.json,
      var.x ? data.aws_iam_policy_document.none.json : "",
      data.aws_iam_policy_document.none.minified_json,
    ])`,
  ),
  document(
    "denying",
    `statement {
    sid    = "Own"
    effect = "Deny"
    ${body('["acme@*"]')}
  }`,
  ),
  document(
    "overrides",
    `statement {
      sid = "Own"
      ${body('["acme@*"]')}
    }
    override_policy_documents = var.x ? [data.aws_iam_policy_document.denying.json] : []`,
  ),
  document(
    "named",
    `statement {
      sid     = var.y
      actions = ["sts:TagSession"]
      ${principals()}
    }`,
  ),
  document(
    "renamed",
    `statement {
      sid    = "a"
      effect = "Deny"
      ${body('["acme@*"]')}
    }
    statement {${body('["acme@*"]')}}
    override_policy_documents = [data.aws_iam_policy_document.named.json]`,
  ),
  document(
    "nameless",
    `source_policy_documents = [jsonencode({
      (var.y == "a" ? "Statement" : "Other") = [{ Effect = "Deny", Principal = "*", Action = "sts:*" }]
    })]
    statement {${body('["acme@*"]')}}`,
  ),
  document(
    "behind",
    `source_policy_documents = [data.aws_iam_policy_document.named.json]
    statement {
      sid = "a"
      ${body('["acme@*"]')}
    }`,
  ),
].join("\n");

function outcomeOf(policy: string, x = "var.x", y = "var.y"): string {
  const rest = `
    variable "x" {
      type = bool
    }
    variable "y" {
      type = string
    }
    locals {
      more  = var.x ? ["other@*"] : []
      names = { acme = "acme", other = "other" }
    }
    ${documents}`;
  const source = moduleWith(policy, rest).replaceAll("var.x", x).replaceAll("var.y", y);
  const [line = ""] = verdictLines(source, settings);
  return line.replace(/^.*: /, "");
}

describe.each([
  ...values.map(([ids, said]) => [encoded(`[${statement(ids)}]`), said, ids] as const),
  ...policies,
])("%#", (policy, said, name = policy) => {
  it(name, () => {
    expect(outcomeOf(policy)).toBe(said);
  });

  const answers = ["true", "false"].flatMap((x) => ['"a"', '"b"'].map((y) => outcomeOf(policy, x, y)));

  it("is the same for every answer, or not known", () => {
    if (said !== "unknown") expect([...new Set(answers)]).toEqual([said]);
    else expect(new Set(answers).size).toBeGreaterThan(1);
  });
});

it.each(refusable)("says nothing where IAM may refuse the policy: %s", (ids) => {
  expect(outcomeOf(encoded(`[${statement(ids)}]`))).toBe("unknown");
});
