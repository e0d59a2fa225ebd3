/** The light bulb's entry that silences a rule in one place. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { fixAll } from "../../server/src/features/fixAll.ts";
import { applyAction } from "../kit/checkAction.ts";
import { readFixture, stripIndent } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const used = `output "id" { value = spacelift_aws_integration.main.id }`;

function integration(body: string): string {
  return `
    resource "spacelift_aws_integration" "main" {
${body}
    }
    ${used}
  `;
}

describe("a comment", () => {
  it.each([
    [
      "goes above, indented, and parts what stands in one column",
      `      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
      region   = "eu-$0wset-1"
      labels   = []`,
      `      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
      # spacelift-aws:ignore unknown-region
      region = "eu-wset-1"
      labels = []`,
    ],
    [
      "joins one above",
      `      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
      # spacelift-aws:ignore wrong-type, it is new
      region   = "eu-$0wset-1"`,
      `      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
      # spacelift-aws:ignore wrong-type, unknown-region, it is new
      region   = "eu-wset-1"`,
    ],
    [
      "joins one on the line",
      `      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
      region   = "eu-$0wset-1" // spacelift-aws:ignore wrong-type`,
      `      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
      region   = "eu-wset-1" // spacelift-aws:ignore wrong-type, unknown-region`,
    ],
    [
      "leaves a comment of another line alone",
      `      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift" # spacelift-aws:ignore role-arn-format
      region   = "eu-$0wset-1"`,
      `      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift" # spacelift-aws:ignore role-arn-format
      # spacelift-aws:ignore unknown-region
      region = "eu-wset-1"`,
    ],
  ])("%s", async (_, before, after) => {
    const [text] = await applyAction(readFixture(integration(before)), "Ignore unknown-region here");
    expect(text).toBe(stripIndent(integration(after)));
    expect(codesIn(text ?? "")).toEqual([]);
  });

  it("stands above a string of several lines, where its findings look for it", async () => {
    const source = `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.ci.arn
      }
      resource "aws_iam_role" "ci" {
        name               = "ci"
        assume_role_policy = <<-EOT
          {
            "Version": "2012-10-17",
            "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "$0*" }, "Action": "sts:AssumeRole" }]
          }
        EOT
      }
      ${used}
    `;
    const [text = ""] = await applyAction(readFixture(source), "Ignore trust-public-principal here");
    expect(text).toContain(
      '  name = "ci"\n  # spacelift-aws:ignore trust-public-principal\n  assume_role_policy = <<-EOT\n',
    );
    expect(codesIn(text)).not.toContain("trust-public-principal");
  });

  it("keeps the line breaks of the file", async () => {
    const source = readFixture(`resource "spacelift_aws_i$0ntegration" "main" {\n}\n${used}`);
    const files = source.files.map((file) => ({ ...file, text: file.text.replaceAll("\n", "\r\n") }));
    const cursor = source.cursor;
    const [text] = await applyAction({ files, cursor }, "Ignore missing-attribute here");
    expect(text).toMatch(/^# spacelift-aws:ignore missing-attribute\r\nresource /);
  });

  it("stands in files of values too", async () => {
    const files = readFixture(`//- /main.tf
variable "seconds" {}
resource "spacelift_aws_integration" "main" {
  name             = "main"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift"
  duration_seconds = var.seconds
}
${used}
//- /terraform.tfvars
seconds = $07
`);
    const [, values = ""] = await applyAction(files, "Ignore duration-out-of-range here");
    expect(values).toBe("# spacelift-aws:ignore duration-out-of-range\nseconds = 7\n");
    const after = files.files.map((file, index) => (index === 1 ? { ...file, text: values } : file));
    expect(diagnose(snapshotOf(after))).toEqual([]);
  });
});

function codesIn(text: string): readonly string[] {
  const uri = "file:///module/main.tf";
  return diagnose(snapshotOf([{ uri, text, expected: [] }])).map(({ code }) => code);
}

describe("the entry", () => {
  it("comes behind everything else, and is no fix for all", async () => {
    const source = integration(`      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
      region   = "eu-$0wset-1"`);
    const { files, cursor } = readFixture(source);
    const snapshot = snapshotOf(files);
    const span = cursor?.span ?? { start: 0, end: 0 };
    const actions = await codeActions(snapshot, "file:///module/main.tf", span, () => undefined);
    const kinds = actions.map(({ kind }) => kind);
    expect(kinds[0]).toBe("fix");
    expect(kinds.indexOf("ignore")).toBe(kinds.length - 1);
    expect(actions.at(-1)).toMatchObject({ preferred: false });
    expect(JSON.stringify(fixAll(snapshot))).not.toContain("ignore");
  });

  it("comes once for a rule and a line", async () => {
    const ids = "[spacelift_aws_integration.a.id, spacelift_aws_integration.b.id]";
    const source = `data "spacelift_aws_integrations" "all" {\n  labels = ${ids}\n}`;
    expect(await ignoredIn("main.tf", source)).toEqual(["Ignore unknown-reference here"]);
  });

  it.each([
    ["JSON, which has no comments", "main.tf.json", `{"resource": {"spacelift_aws_integration": {"x": {}}}}`],
    ["the syntax, which is no rule of ours", "main.tf", "# spacelift_\nlocals {\n  a = \n}\n"],
    ["what is all right", "main.tf", "# spacelift_\nlocals {\n  a = 1\n}\n"],
  ])("is not offered for %s", async (_, name, text) => {
    expect(await ignoredIn(name, text)).toEqual([]);
  });
});

async function ignoredIn(name: string, text: string): Promise<readonly string[]> {
  const uri = `file:///module/${name}`;
  const whole = { start: 0, end: text.length };
  const actions = await codeActions(snapshotOf([{ uri, text, expected: [] }]), uri, whole, () => undefined);
  return actions.filter(({ kind }) => kind === "ignore").map(({ title }) => title);
}
