/** Completion of values by their meaning: bools, durations, regions, labels, spaces, ARNs that are written out. */
import { describe, expect, it } from "vitest";
import { checkCompletion, completionsAt, labelsAt } from "../kit/checkCompletion.ts";

function integration(line: string): string {
  return `resource "spacelift_aws_integration" "x" {\n  ${line}\n}\n`;
}

function check(line: string, label: string, after: string): void {
  checkCompletion(integration(line), label, integration(after));
}

function detailsAt(line: string): readonly string[] {
  return completionsAt(integration(line)).items.map(({ label, detail }) => `${label}: ${detail}`);
}

describe("bools", () => {
  it("offers both, what differs from the default first", () => {
    expect(labelsAt(integration("autoattach_enabled = $0"))).toEqual(["true", "false"]);
    const attachment = `resource "spacelift_aws_integration_attachment" "x" {\n  read = $0\n}`;
    expect(labelsAt(attachment)).toEqual(["false", "true"]);
  });

  it.each([
    ["tag_assume_role = $0", "tag_assume_role = true"],
    ["tag_assume_role = t$0", "tag_assume_role = true"],
    ["tag_assume_role = f$0alse", "tag_assume_role = true"],
    ["tag_assume_role =$0", "tag_assume_role = true"],
    [`tag_assume_role = "$0"`, "tag_assume_role = true"],
    ["tag_assume_role = var.a ? $0", "tag_assume_role = var.a ? true"],
    ["tag_assume_role = var.a ? false : $0", "tag_assume_role = var.a ? false : true"],
  ])("%s", (before, after) => {
    check(before, "true", after);
  });
});

describe("durations", () => {
  it("says them in words", () => {
    const details = detailsAt("duration_seconds = $0");
    expect(details).toContain("900: 15 minutes, the default");
    expect(details).toContain("3600: 1 hour");
  });

  it("inserts numbers", () => {
    check("duration_seconds = $0", "3600", "duration_seconds = 3600");
    check("duration_seconds = 3$0", "3600", "duration_seconds = 3600");
    check(`duration_seconds = "$0"`, "3600", "duration_seconds = 3600");
  });
});

describe("regions", () => {
  it("says where they are", () => {
    expect(detailsAt(`region = "$0"`)).toContain("eu-central-1: Europe (Frankfurt)");
  });

  it.each([
    ["region = $0", `region = "eu-west-1"`],
    ["region =$0", `region = "eu-west-1"`],
    ["region = eu$0", `region = "eu-west-1"`],
    [`region = "$0"`, `region = "eu-west-1"`],
    [`region = "eu-w$0"`, `region = "eu-west-1"`],
    [`region = "eu-$0central-1"`, `region = "eu-west-1"`],
    [`region = "$0`, `region = "eu-west-1"`],
    [`region = "eu$0 # where`, `region = "eu-west-1" # where`],
  ])("%s", (before, after) => {
    check(before, "eu-west-1", after);
  });

  it("leaves the next line alone", () => {
    check(`region = "$0\n  name = "a"`, "eu-west-1", `region = "eu-west-1"\n  name = "a"`);
    check(`region = $0\n  name = "a"`, "eu-west-1", `region = "eu-west-1"\n  name = "a"`);
  });
});

describe("labels", () => {
  const stacks = `
resource "spacelift_stack" "a" { labels = ["prod", "eu"] }
resource "spacelift_module" "b" { labels = ["prod"] }
`;

  it("offers what attaches to the stacks and modules of this module", () => {
    expect(labelsAt(integration(`labels = ["$0"]`) + stacks)).toEqual([
      "autoattach:prod",
      "autoattach:eu",
      "autoattach:",
    ]);
    expect(labelsAt(integration(`labels = ["autoattach:eu", "$0"]`) + stacks)).not.toContain("autoattach:eu");
    const { items } = completionsAt(integration(`labels = ["$0"]`) + stacks);
    expect(items[0]?.detail).toBe("attaches to spacelift_stack.a, spacelift_module.b");
  });

  it.each([
    [`labels = $0`, `labels = ["autoattach:prod"]`],
    [`labels =$0`, `labels = ["autoattach:prod"]`],
    [`labels = [$0]`, `labels = ["autoattach:prod"]`],
    [`labels = ["auto$0"]`, `labels = ["autoattach:prod"]`],
    [`labels = ["a", $0]`, `labels = ["a", "autoattach:prod"]`],
    [`labels = [\n    "a",\n    "$0"\n  ]`, `labels = [\n    "a",\n    "autoattach:prod"\n  ]`],
    [`labels = ["a # b", "auto # $0"]`, `labels = ["a # b", "autoattach:prod"]`],
    [`labels = toset(["$0"])`, `labels = toset(["autoattach:prod"])`],
  ])("%j", (before, after) => {
    checkCompletion(integration(before) + stacks, "autoattach:prod", integration(after) + stacks);
  });

  it("leaves the label open where it is not known", () => {
    check(`labels = ["$0"]`, "autoattach:", `labels = ["autoattach:$0label"]`);
  });

  it("offers those of integrations to a search for integrations", () => {
    const source = `
      resource "spacelift_aws_integration" "x" { labels = ["mine", "autoattach:prod"] }
      data "spacelift_aws_integrations" "all" { labels = ["$0"] }
    `;
    expect(labelsAt(source)).toEqual(["mine"]);
  });
});

describe("spaces", () => {
  it("offers those that every account has", () => {
    check("space_id = $0", "root", `space_id = "root"`);
    check(`space_id = "$0"`, "root", `space_id = "root"`);
  });
});

describe("role ARNs", () => {
  it("offers the general form", () => {
    const label = "arn:aws:iam::<account>:role/<name>";
    check(`role_arn = $0`, label, `role_arn = "arn:aws:iam::$0123456789012:role/name"`);
    check(`role_arn = "$0"`, label, `role_arn = "arn:aws:iam::$0123456789012:role/name"`);
  });

  it("takes the account from the module", () => {
    const data = `data "aws_caller_identity" "me" {}\n`;
    checkCompletion(
      integration(`role_arn = "$0"`) + data,
      "arn:aws:iam::${data.aws_caller_identity.me.account_id}:role/<name>",
      integration('role_arn = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:role/$0name"') + data,
    );
  });

  it("writes the ARN of a role out whose policy needs the integration", () => {
    const role = `
resource "aws_iam_role" "deploy" {
  name               = "deploy"
  path               = "/ci/"
  assume_role_policy = jsonencode({ Id = "\${spacelift_aws_integration.x.id}" })
}
data "aws_caller_identity" "me" {}
`;
    const arn = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:role/ci/deploy";
    expect(labelsAt(integration("role_arn = $0") + role)[0]).toBe(arn);
    checkCompletion(integration("role_arn = $0") + role, arn, integration(`role_arn = "${arn}"`) + role);
    const reference = completionsAt(integration("role_arn = $0") + role).items.find(
      ({ label }) => label === "aws_iam_role.deploy.arn",
    );
    expect(reference?.detail).toBe("would make a cycle");
  });
});

describe("nowhere", () => {
  it.each([
    `name = "a$0"`,
    `region = "eu-west-1" $0`,
    `region = "eu-west-1"$0`,
    `region = $0"eu-west-1"`,
    `region = <<EOT\n  $0\nEOT`,
    `region = [\n    # $0\n  ]`,
    `region = /* $0 */ "a"`,
    `labels = ["a" $0]`,
    `region = upper("$0")`,
  ])("%j", (line) => {
    expect(labelsAt(integration(line))).toEqual([]);
  });
});
