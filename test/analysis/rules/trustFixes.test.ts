/**
 * The law of fixes to trust policies, in every shape that a policy is written in: the first fix of each mistake lets
 * all sessions in, what it mends is gone, nothing new has come, and `terraform fmt` leaves the text alone.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { objectionToFix } from "../../../server/src/features/verifyEdits.ts";
import { applyEdits } from "../../../server/src/base/textEdit.ts";
import { findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";
import { hasTerraform } from "../../kit/terraform.ts";
import { shapes, type PolicyText, type StatementText } from "./trustPolicyShapes.ts";

const options = { settings: { accountName: "acme", instance: "spacelift.io" } };
const own = "324880187172";
const id = "sts:ExternalId";
const right: StatementText = {
  principal: own,
  actions: ["sts:AssumeRole"],
  conditions: [["StringLike", id, "acme@*"]],
};
const both: StatementText = { ...right, actions: ["sts:AssumeRole", "sts:TagSession"] };
const somebody: StatementText = {
  principal: "arn:aws:iam::123456789012:user/alice",
  actions: ["sts:AssumeRole"],
  conditions: [],
};
const withId = (operator: string, ...values: string[]): readonly StatementText[] => [
  { ...right, conditions: [[operator, id, ...values]] },
];
const full = "acme@${spacelift_aws_integration.main.id}@network@";

interface Mistake {
  readonly code: string;
  readonly statements: readonly StatementText[];
  /** More attributes of the integration. */
  readonly integration?: string;
}

const mistakes: Readonly<Record<string, Mistake>> = {
  "another account as principal": {
    code: "trust-principal-mismatch",
    statements: [{ ...right, principal: "123456789012" }],
  },
  "the other region's root": {
    code: "trust-principal-mismatch",
    statements: [{ ...right, principal: "arn:aws:iam::577638371743:root" }],
  },
  "another action": {
    code: "trust-action-missing",
    statements: [{ ...right, actions: ["sts:AssumeRoleWithSAML"] }],
  },
  "a wildcard under StringEquals": {
    code: "trust-wildcard-in-string-equals",
    statements: withId("StringEquals", "acme@*"),
  },
  "another account's name": {
    code: "trust-external-id-mismatch",
    statements: withId("StringLike", "other@*"),
  },
  "a word": { code: "trust-external-id-mismatch", statements: withId("StringEquals", "secret") },
  "another stack": { code: "trust-external-id-mismatch", statements: withId("StringLike", "acme@*@other@*") },
  "two other stacks": {
    code: "trust-external-id-mismatch",
    statements: withId(
      "StringEquals",
      `${full.replace("network", "one")}write`,
      `${full.replace("network", "two")}write`,
    ),
  },
  "a stack's name": {
    code: "trust-external-id-mismatch",
    statements: withId("StringLike", "acme@*@My Network@*"),
  },
  "a part left out": {
    code: "trust-external-id-mismatch",
    statements: withId("StringLike", "acme@network@*"),
  },
  "a phase that is none": {
    code: "trust-external-id-mismatch",
    statements: withId("StringEquals", `${full}apply`),
  },
  hyphens: {
    code: "trust-legacy-external-id",
    statements: withId("StringEquals", "acme-${spacelift_aws_integration.main.id}@network-write"),
  },
  "two parts": { code: "trust-legacy-external-id", statements: withId("StringEquals", "acme@network") },
  "the other phase": { code: "trust-phase-missing", statements: withId("StringEquals", `${full}read`) },
  "the other phase in a pattern": {
    code: "trust-phase-missing",
    statements: withId("StringLike", "acme@*@*@read"),
  },
  "a second factor": {
    code: "trust-condition-blocks",
    statements: [
      { ...right, conditions: [...right.conditions, ["Bool", "aws:MultiFactorAuthPresent", "true"]] },
    ],
  },
  "a source address": {
    code: "trust-condition-blocks",
    statements: [
      { ...right, conditions: [["IpAddress", "aws:SourceIp", "10.0.0.0/8"], ...right.conditions] },
    ],
  },
  "a Deny for other external IDs": {
    code: "trust-explicit-deny",
    statements: [
      right,
      {
        effect: "Deny",
        principal: "*",
        actions: ["sts:AssumeRole"],
        conditions: [["StringNotLike", id, "other@*"]],
      },
    ],
  },
  "a Deny for other accounts": {
    code: "trust-explicit-deny",
    statements: [
      right,
      {
        effect: "Deny",
        principal: "*",
        actions: ["sts:AssumeRole"],
        conditions: [["StringNotEquals", "aws:PrincipalAccount", "123456789012"]],
      },
    ],
  },
  "no condition": { code: "trust-external-id-optional", statements: [{ ...right, conditions: [] }] },
  "a condition that may be left out": {
    code: "trust-external-id-optional",
    statements: withId("StringLikeIfExists", "acme@*"),
  },
  "every account": { code: "trust-external-id-too-broad", statements: withId("StringLike", "*") },
  "accounts that begin alike": {
    code: "trust-external-id-too-broad",
    statements: withId("StringLike", "acme*"),
  },
  "stacks that begin alike": {
    code: "trust-external-id-too-broad",
    statements: withId("StringLike", "acme@*@network*"),
  },
  everybody: { code: "trust-public-principal", statements: [{ ...right, principal: "*" }] },
  "tags that nothing allows": {
    code: "trust-tag-session-missing",
    statements: [right],
    integration: "tag_assume_role = true",
  },
  "tags that nothing allows, before a statement for somebody else": {
    code: "trust-tag-session-missing",
    statements: [right, somebody],
    integration: "tag_assume_role = true",
  },
  "tags that nothing allows, behind a statement for somebody else": {
    code: "trust-tag-session-missing",
    statements: [somebody, right],
    integration: "tag_assume_role = true",
  },
  "tags under the condition": {
    code: "trust-tag-session-condition",
    statements: [both],
    integration: "tag_assume_role = true",
  },
  "tags under the condition, before a statement for somebody else": {
    code: "trust-tag-session-condition",
    statements: [both, somebody],
    integration: "tag_assume_role = true",
  },
  "an effect in small letters": {
    code: "trust-policy-invalid",
    statements: [{ ...right, effect: "allow" }],
  },
  "an operator that does not exist": {
    code: "trust-policy-invalid",
    statements: withId("StringLikes", "acme@*"),
  },
};

function moduleOf({ policy, rest }: PolicyText, integration = ""): string {
  return `resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
${integration === "" ? "" : `\n  ${integration}\n`}}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
  depends_on     = [aws_iam_role.spacelift]
}

resource "aws_iam_role" "spacelift" {
  name${policy.startsWith("jsonencode") ? "" : " ".repeat(14)} = "spacelift"
  assume_role_policy = ${policy}
}
${rest}`;
}

const cases = Object.entries(mistakes).flatMap(([mistake, { code, statements, integration }]) =>
  Object.entries(shapes).flatMap(([shape, write]) => {
    const policy = write(statements);
    const name = `${mistake}, in ${shape}`;
    return policy ? [{ name, code, text: moduleOf(policy, integration) }] : [];
  }),
);

function codesOf(text: string): readonly string[] {
  return findingsOf(readFixture(text).files, undefined, options).map(({ code }) => code);
}

function outcomesOf(text: string): readonly string[] {
  return verdictsOf(viewOf(snapshotOf(readFixture(text).files, options))).flatMap(({ role, sessions }) =>
    role.kind === "unjudged" ? [role.reason] : sessions.map(({ outcome }) => outcome),
  );
}

/** The text after the first fix; undefined where none is offered. */
function afterFix(text: string, code: string): string | undefined {
  const { files } = readFixture(text);
  const [fix] = findingsOf(files, code, options).flatMap((finding) => finding.fixes());
  if (!fix || objectionToFix(snapshotOf(files, options), fix.edits, code) !== undefined) return undefined;
  return applyEdits(
    text,
    fix.edits.flatMap(({ edits }) => edits),
  );
}

describe("the first fix mends", () => {
  it.each(cases)("$name", ({ code, text }) => {
    expect(codesOf(text)).toEqual([code]);
    const after = afterFix(text, code);
    expect(after).toBeDefined();
    expect(codesOf(after ?? "")).toEqual([]);
    expect(outcomesOf(after ?? "")).toEqual(["allowed"]);
  });
});

describe("what is right", () => {
  it.each(Object.entries(shapes))("has no findings as %s", (_shape, write) => {
    const policy = write([right]);
    const text = policy ? moduleOf(policy) : "";
    expect(codesOf(text)).toEqual([]);
    expect(outcomesOf(text)).toEqual(["allowed"]);
  });
});

it.skipIf(!hasTerraform)("is formatted before and after, as terraform fmt would (needs terraform)", () => {
  const folder = mkdtempSync(join(tmpdir(), "spacelift-aws-fixes-"));
  const names = cases.flatMap(({ name, code, text }, index) => {
    const texts = { before: text, after: afterFix(text, code) ?? text };
    return Object.entries(texts).map(([when, written]) => {
      writeFileSync(join(folder, `${index}-${when}.tf`), written);
      return [`${index}-${when}.tf`, `${when}: ${name}`] as const;
    });
  });
  const { stdout } = spawnSync("terraform", ["fmt", "-list=true", "-write=false"], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  const changed = new Set(stdout.split("\n"));
  expect(names.filter(([file]) => changed.has(file)).map(([, name]) => name)).toEqual([]);
});
