/** The form of external IDs that the settings name: one of them, or either. */
import { describe, expect, it } from "vitest";
import { checkHover } from "../../kit/checkHover.ts";
import { findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith, verdictLines } from "./verdictLines.ts";

type Form = "at" | "hyphen" | "both";

const settings = (externalIdFormat: Form, accountName = "acme") => ({
  accountName,
  instance: "spacelift.io",
  externalIdFormat,
});
const statement = (ids: string): string => `jsonencode({ Version = "2012-10-17", Statement = [{
    Effect    = "Allow"
    Principal = { AWS = "324880187172" }
    Action    = "sts:AssumeRole"
    Condition = { StringLike = { "sts:ExternalId" = ${ids} } }
  }] })`;
const official = `jsonencode({ Version = "2012-10-17", Statement = [
    jsondecode(data.spacelift_aws_integration_attachment_external_id.network.assume_role_policy_statement)
  ] })`;
const officialData = `
data "spacelift_aws_integration_attachment_external_id" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.network.id
  read           = true
  write          = true
}`;
const withAt = '"acme@*"';
const withHyphen = '"acme-${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}-write"';
const withBoth = `[${withAt}, ${withHyphen}]`;

interface Case {
  readonly form: Form;
  readonly policy: string;
  readonly outcome: string;
  readonly codes?: readonly string[];
  /** In the hover. */
  readonly text: string;
}

const cases: readonly Case[] = [
  { form: "at", policy: statement(withAt), outcome: "allowed", text: "allowed" },
  {
    form: "at",
    policy: statement(withHyphen),
    outcome: "refused",
    codes: ["trust-legacy-external-id"],
    text: "**refused**, because no value admits the external ID `acme@",
  },
  { form: "hyphen", policy: statement(withHyphen), outcome: "allowed", text: "allowed" },
  {
    form: "hyphen",
    policy: statement(withAt),
    outcome: "refused",
    codes: ["trust-external-id-mismatch"],
    text: "**refused**, because no value admits the external ID `acme-",
  },
  { form: "both", policy: statement(withBoth), outcome: "allowed", text: "allowed" },
  {
    form: "both",
    policy: statement(withAt),
    outcome: "unknown",
    text: "cannot tell: `acme-«the ID of spacelift_aws_integration.main»@«the slug of spacelift_stack.network»-write` is not admitted",
  },
  {
    form: "both",
    policy: statement(withHyphen),
    outcome: "unknown",
    text: "cannot tell: `acme@«the ID of spacelift_aws_integration.main»@«the slug of spacelift_stack.network»@write` is not admitted",
  },
  {
    form: "both",
    policy: statement('"other-${spacelift_aws_integration.main.id}@*-write"'),
    outcome: "refused",
    codes: ["trust-external-id-mismatch"],
    text: "-write`",
  },
  {
    form: "at",
    policy: statement('"other-${spacelift_aws_integration.main.id}@*-write"'),
    outcome: "refused",
    codes: ["trust-legacy-external-id"],
    text: "@write`",
  },
  {
    form: "both",
    policy: statement('"acme-*@*-read"'),
    outcome: "refused",
    codes: ["trust-external-id-mismatch"],
    text: "because no value admits the external ID `acme@",
  },
  ...(["at", "hyphen", "both"] as const).map((form) => ({
    form,
    policy: official,
    outcome: "allowed",
    text: "allowed",
  })),
];

describe("the form of external IDs", () => {
  it.each(cases)("$form: $outcome by $policy", ({ form, policy, outcome, codes, text }) => {
    const source = moduleWith(policy, officialData);
    expect(verdictLines(source, settings(form))).toEqual([`main · network · write: ${outcome}`]);
    const { files } = readFixture(source);
    const found = findingsOf(files, undefined, { settings: settings(form) }).map(({ code }) => code);
    expect(found).toEqual(codes ?? []);
    const atName = source.replace(
      '"spacelift_aws_integration" "main"',
      '"spacelift_aws_integration" "m$0ain"',
    );
    checkHover(atName, '"main"', [text], { settings: settings(form) });
  });

  it("is said of an account whose name is not known only where both get in", () => {
    const lines = (policy: string): readonly string[] =>
      verdictLines(moduleWith(statement(policy)), settings("both", ""));
    expect(lines(withBoth)).toEqual(["main · network · write: unknown, allowed for acme"]);
    expect(lines(withAt)).toEqual(["main · network · write: unknown"]);
  });

  it("leaves a private worker's own external ID alone", () => {
    const source = moduleWith(
      statement('"w"'),
      "",
      'generate_credentials_in_worker = true\n  external_id = "other"',
    );
    expect(verdictLines(source, settings("both"))).toEqual(verdictLines(source, settings("at")));
  });
});
