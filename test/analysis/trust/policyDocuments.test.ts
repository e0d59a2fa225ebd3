/** Documents that `aws_iam_policy_document` refuses, replaces statements of, and takes in, with the verdict and findings. */
import { describe, expect, it } from "vitest";
import { findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith, verdictLines } from "./verdictLines.ts";

const settings = { accountName: "acme", instance: "spacelift.io" };

const block = (sid: string, { id = "acme@*", effect = "Allow" } = {}): string => `
    ${sid === "" ? "" : `sid = ${sid}`}
    effect  = "${effect}"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [324880187172]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["${id}"]
    }`;
const own = (sid: string, more = {}): string => `statement {${block(sid, more)}\n  }\n`;
const dynamic = (forEach: string, sid: string): string =>
  `dynamic "statement" {\n    for_each = ${forEach}\n    content {${block(sid)}\n    }\n  }\n`;
const document = (name: string, body: string): string =>
  `data "aws_iam_policy_document" "${name}" {\n  ${body}\n}\n`;
const json = (name: string): string => `data.aws_iam_policy_document.${name}.json`;

const one = document("one", own('"A"'));
const two = document("two", own('"A"'));
const denying = document("denying", own('"A"', { effect: "Deny" }));
const variables = 'variable "x" {\n  type = bool\n}\nvariable "y" {\n  type = string\n}\nvariable "z" {}\n';

const outcomeOf = (rest: string): string | undefined =>
  verdictLines(moduleWith(json("all"), rest + variables), settings)[0]?.replace(/^.*: /, "");
const messagesOf = (rest: string): readonly string[] =>
  findingsOf(readFixture(moduleWith(json("all"), rest + variables)).files, undefined, { settings }).map(
    ({ code, message }) => `${code}: ${message}`,
  );

const repeated =
  'trust-policy-invalid: IAM refuses the Sid "A" a second time, and so does aws_iam_policy_document. Give each statement another one.';

describe("a Sid that is there twice is refused", () => {
  it.each([
    ["in statements", document("all", own('"A"') + own('"A"'))],
    ["in what a loop makes", document("all", dynamic('["a", "b"]', '"A"'))],
    ["in a symbol", document("all", own('"A${var.y}"') + own('"A${var.y}"'))],
    [
      "in two sources",
      one + two + document("all", `source_policy_documents = [${json("one")}, ${json("two")}]`),
    ],
    [
      "in one source twice",
      one + document("all", `source_policy_documents = [${json("one")}, ${json("one")}]`),
    ],
    [
      "in a source",
      document("base", own('"A"') + own('"A"')) +
        document("all", `source_policy_documents = [${json("base")}]`),
    ],
    [
      "in two sources, whatever replaces it",
      one +
        two +
        document("all", `source_policy_documents = [${json("one")}, ${json("two")}]\n${own('"A"')}`),
    ],
    [
      "in statements, whatever overrides it",
      one + document("all", `override_policy_documents = [${json("one")}]\n${own('"A"')}${own('"A"')}`),
    ],
  ])("%s", (_, rest) => {
    expect(outcomeOf(rest)).toBe("refused");
    expect(messagesOf(rest)).toEqual([
      repeated.replace('"A"', rest.includes("${var.y}") ? '"A«var.y»"' : '"A"'),
    ]);
  });
});

describe("a Sid that is there twice is right", () => {
  it.each([
    [
      "where a statement replaces that of a source",
      denying + document("all", `source_policy_documents = [${json("denying")}]\n${own('"A"')}`),
    ],
    [
      "where an override replaces a statement",
      one +
        document("all", `override_policy_documents = [${json("one")}]\n${own('"A"', { effect: "Deny" })}`),
    ],
    [
      "in two overrides",
      denying + one + document("all", `override_policy_documents = [${json("denying")}, ${json("one")}]`),
    ],
    [
      "in one override",
      document(
        "all",
        `override_policy_documents = [jsonencode({ Statement = [
          { Sid = "A", Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:*" },
          { Sid = "A", Effect = "Allow", Principal = { AWS = "324880187172" }, Action = "sts:AssumeRole",
            Condition = { StringLike = { "sts:ExternalId" = "acme@*" } } },
        ] })]`,
      ),
    ],
    ["where it is empty", document("all", own('""') + own('""'))],
    [
      "where only one of both is there",
      document("all", dynamic("var.x ? [1] : []", '"A"') + dynamic("var.x ? [] : [1]", '"A"')),
    ],
    [
      "where a source that may not be there has it",
      denying + document("all", `source_policy_documents = var.x ? [${json("denying")}] : []\n${own('"A"')}`),
    ],
    [
      "where one expression makes it of elements",
      document("all", own("") + dynamic("toset(var.z)", '"A${statement.key}"')),
    ],
  ])("%s", (_, rest) => {
    expect(outcomeOf(rest)).toBe("allowed");
    expect(messagesOf(rest)).toEqual([]);
  });
});

describe("a Sid that is perhaps there twice is no finding, and nobody can tell", () => {
  it.each([
    [
      "in a statement that may not be there",
      document("all", own('"A"') + dynamic("var.x ? [1] : []", '"A"')),
    ],
    ["in what an unknown loop makes", document("all", own("") + dynamic("var.z", '"A"'))],
    ["in a symbol and a text", document("all", own('"A"') + own("var.y"))],
    ["in what may be anything", document("all", own('"A"') + own("var.z"))],
    [
      "in a source that may not be there",
      one +
        two +
        document("all", `source_policy_documents = concat([${json("one")}], var.x ? [${json("two")}] : [])`),
    ],
  ])("%s", (_, rest) => {
    expect(outcomeOf(rest)).toBe("unknown");
    expect(messagesOf(rest)).toEqual([]);
  });
});

describe("a document that is taken in", () => {
  const statement = (more = ""): string =>
    `{ Effect = "Allow", Principal = { AWS = "324880187172" }, Action = "sts:AssumeRole"${more} }`;
  const condition = ', Condition = { StringLike = { "sts:ExternalId" = "acme@*" } }';
  const taking = (text: string, attribute = "source"): string =>
    document("all", `${attribute}_policy_documents = [${text}]`);

  it.each(["source", "override"])("has its statements in a list: %s", (attribute) => {
    const rest = taking(`jsonencode({ Statement = ${statement(condition)} })`, attribute);
    expect(outcomeOf(rest)).toBe("refused");
    expect(messagesOf(rest)).toEqual([
      "trust-policy-invalid: aws_iam_policy_document refuses this document, because its Statement is no list. Put brackets around it.",
    ]);
    const right = taking(`jsonencode({ Statement = [${statement(condition)}] })`, attribute);
    expect(outcomeOf(right)).toBe("allowed");
    expect(messagesOf(right)).toEqual([]);
  });

  it("may have its statements in a list where nobody knows", () => {
    const rest = taking(
      `jsonencode({ Statement = var.x ? [${statement(condition)}] : ${statement(condition)} })`,
    );
    expect(outcomeOf(rest)).toBe("unknown");
    expect(messagesOf(rest)).toEqual([]);
  });

  it.each([
    ["a list", "jsonencode([])", "no JSON object"],
    ["text", '"not json"', "no JSON object"],
    ["broken JSON", '"{\\"Statement\\": []"', "bracket"],
  ])("is a JSON object: %s", (_, text, words) => {
    expect(outcomeOf(taking(text))).toBe("refused");
    expect(messagesOf(taking(text)).join()).toMatch(words);
  });

  it("has no white space refused before it", () => {
    const rest = taking(`<<EOT
      { "Statement": [${statement(condition)
        .replaceAll(/(\w+) = /g, '"$1" : ')
        .replace('"sts:ExternalId" = ', '"sts:ExternalId": ')}] }
    EOT
    `);
    expect(outcomeOf(rest)).toBe("allowed");
    expect(messagesOf(rest)).toEqual([]);
  });

  it.each([
    ["null elements", statement(`${condition}, Sid = null, Resource = null`)],
    ["operators that are null", statement(condition.replace("{ S", "{ Bool = null, S"))],
    ["keys that are null", statement(condition.replace('"acme@*"', '"acme@*", "aws:SourceIp" = null'))],
    [
      "numbers as values",
      statement(condition.replace("{ S", '{ NumericEquals = { "aws:MultiFactorAuthAge" = 5 }, S')),
    ],
  ])("loses %s", (_, text) => {
    expect(outcomeOf(taking(`jsonencode({ Statement = [${text}] })`))).toBe("allowed");
    expect(messagesOf(taking(`jsonencode({ Statement = [${text}] })`))).toEqual([]);
  });

  it("is nothing where its text is empty", () => {
    expect(outcomeOf(document("all", `source_policy_documents = [""]\n${own("")}`))).toBe("allowed");
  });
});
