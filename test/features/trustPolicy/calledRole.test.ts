/**
 * *Generate the matching IAM trust policy* for a role that a called module makes, in every form that the policy has
 * there: Spacelift is let in, whoever else was trusted still is, once is enough, and the files are formatted.
 */
import { describe, expect, it } from "vitest";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { codeActions } from "../../../server/src/features/codeActions.ts";
import { generateTitle } from "../../../server/src/features/trustPolicy/actions.ts";
import { shapes, type PolicyText, type StatementText } from "../../analysis/rules/trustPolicyShapes.ts";
import { applyAction } from "../../kit/checkAction.ts";
import type { Fixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";
import { hasTerraform, terraformFmt } from "../../kit/terraform.ts";

const alice: StatementText = {
  principal: "arn:aws:iam::123456789012:user/alice",
  actions: ["sts:AssumeRole"],
  conditions: [],
};
const wrong: StatementText = {
  principal: "577638371743",
  actions: ["sts:AssumeRole"],
  conditions: [["StringLike", "sts:ExternalId", "acme@*"]],
};
const options = { settings: { accountName: "acme", instance: "spacelift.io" } };

const main = (roleArn: string, argument = ""): string => `resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = ${roleArn}
}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.network.id
}

resource "spacelift_stack" "network" {
  name       = "network"
  repository = "r"
  branch     = "main"
}

module "role" {
  source = "./role"
  name   = "spacelift"${argument}
}
`;

const role = (policy: string, rest: string): string => `variable "name" {
  type = string
}

resource "aws_iam_role" "this" {
${policy.startsWith("jsonencode") ? "  name = var.name" : "  name               = var.name"}
  assume_role_policy = ${policy}
}

output "arn" {
  value = aws_iam_role.this.arn
}
${rest}`;

function fixtureOf(texts: Readonly<Record<string, string>>): Fixture {
  const files = Object.entries(texts).map(([path, text]) => ({
    uri: `file:///module/${path}`,
    text,
    expected: [],
  }));
  return { files, cursor: { uri: "file:///module/main.tf", span: { start: 0, end: 0 } } };
}

type Case = readonly [name: string, texts: Readonly<Record<string, string>>];

function casesOf(name: string, { policy, rest }: PolicyText): readonly Case[] {
  const inModule = role(policy, rest);
  const handed = `\n  trust${policy.startsWith("jsonencode") ? "" : " "} = ${policy}`;
  return [
    [
      `${name}, by what the module hands out`,
      { "main.tf": main("module.role.arn"), "role/main.tf": inModule },
    ],
    [
      `${name}, by its name`,
      { "main.tf": main('"arn:aws:iam::123456789012:role/spacelift"'), "role/main.tf": inModule },
    ],
    [
      `${name}, handed to the module`,
      {
        "main.tf": main("module.role.arn", handed) + rest,
        "role/main.tf": `${role("var.trust", "")}\nvariable "trust" {\n  type = string\n}\n`,
      },
    ],
  ];
}

const cases = [
  ...Object.entries(shapes).flatMap(([name, shape]) => {
    const text = shape([alice, wrong]);
    return text ? casesOf(name, text) : [];
  }),
  ...casesOf("nothing", { policy: '""', rest: "" }),
];

describe("the policy of a role in a called module", () => {
  it.each(cases)("%s", async (name, texts) => {
    const fixture = fixtureOf(texts);
    const after = await applyAction(fixture, generateTitle, options);
    const files = fixture.files.map((file, index) => ({ ...file, text: after[index] ?? "" }));
    const snapshot = snapshotOf(files, options);
    const outcomes = verdictsOf(viewOf(snapshot)).flatMap(({ sessions }) =>
      sessions.map(({ outcome }) => outcome),
    );
    expect(outcomes).toEqual(["allowed"]);
    if (!name.startsWith("nothing")) expect(after.join()).toContain("user/alice");
    const again = await codeActions(
      snapshot,
      "file:///module/main.tf",
      { start: 0, end: 0 },
      () => undefined,
    );
    expect(again.find(({ title }) => title === generateTitle)).toMatchObject({
      kind: "disabled",
      reason: "The trust policy is this already.",
    });
    if (hasTerraform) for (const text of after) expect(terraformFmt(text)).toBe(text);
  });
});

describe("what is out of reach", () => {
  const reason = async (texts: Readonly<Record<string, string>>, folder?: string): Promise<unknown> => {
    const { files } = fixtureOf(texts);
    const snapshot = snapshotOf(files, { ...options, ...(folder === undefined ? {} : { folder }) });
    const uri = `file:///module${folder ?? ""}/main.tf`;
    const actions = await codeActions(snapshot, uri, { start: 0, end: 0 }, () => undefined);
    return actions.find(({ title }) => title === generateTitle);
  };

  it("is a role of the module that calls this one", async () => {
    const texts = {
      "main.tf": `module "integration" {\n  source = "./integration"\n  role   = aws_iam_role.main.arn\n}\n\nresource "aws_iam_role" "main" {\n  name               = "spacelift"\n  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })\n}\n`,
      "integration/main.tf": `resource "spacelift_aws_integration" "main" {\n  name     = "main"\n  role_arn = var.role\n}\n\nvariable "role" {}\n`,
    };
    expect(await reason(texts, "/integration")).toMatchObject({
      kind: "disabled",
      reason: expect.stringContaining("aws_iam_role.main is made by another module, in main.tf") as unknown,
    });
  });

  it("is a policy that the module makes from elsewhere", async () => {
    const texts = {
      "main.tf": main("module.role.arn"),
      "role/main.tf": role('templatefile("trust.json", { name = var.name })', ""),
    };
    expect(await reason(texts)).toMatchObject({
      kind: "disabled",
      reason: expect.stringContaining("Hand them over in a variable") as unknown,
    });
  });
});
