/** *Generate the matching IAM trust policy*: each case before, and after in the file beside it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeActions } from "../../../server/src/features/codeActions.ts";
import { isAccepted } from "../../../server/src/features/judge.ts";
import { generateTitle } from "../../../server/src/features/trustPolicy/actions.ts";
import { applyAction } from "../../kit/checkAction.ts";
import { findingsOf } from "../../kit/checkRule.ts";
import { readFixture, type Fixture } from "../../kit/fixture.ts";
import { expectGolden } from "../../kit/golden.ts";
import { snapshotOf, type SnapshotOptions } from "../../kit/snapshot.ts";
import { hasTerraform, terraformFmt } from "../../kit/terraform.ts";

const folder = join(import.meta.dirname, "cases");
const cases = readdirSync(folder).filter((name) => name.endsWith(".tf") && !name.endsWith(".after.tf"));

/** A case may begin with `# action: title`, for another action than the usual one. */
function readCase(path: string): { readonly fixture: Fixture; readonly title: string } {
  const text = readFileSync(path, "utf8");
  const [, title] = /^# action: (.*)\n/.exec(text) ?? [];
  return {
    fixture: readFixture(title === undefined ? text : text.slice(text.indexOf("\n") + 1)),
    title: title ?? generateTitle,
  };
}

describe.each(cases)("%s", (name) => {
  const path = join(folder, name);
  const { fixture, title } = readCase(path);

  it("becomes what stands beside it", async () => {
    const [after] = await applyAction(fixture, title);
    expectGolden(path.replace(/\.tf$/, ".after.tf"), after ?? "");
  });

  it("is accepted by HashiCorp's parser and brings no finding of its own", async () => {
    const [after = ""] = await applyAction(fixture, title);
    expect(await isAccepted(after)).toBe(true);
    const codes = findingsOf([{ uri: "file:///module/main.tf", text: after, expected: [] }]).map(
      ({ code }) => code,
    );
    const before = findingsOf(fixture.files).map(({ code }) => code);
    expect(codes.filter((code) => !before.includes(code))).toEqual([]);
  });

  it.skipIf(!hasTerraform)(
    "is formatted as terraform fmt would (skipped without terraform on the PATH)",
    async () => {
      const [after = ""] = await applyAction(fixture, title);
      expect(terraformFmt(after)).toBe(after);
    },
  );
});

const source = `
  resource "spacelift_aws_integration" "main" {
    name     = "main"
    role_arn = "arn:aws:iam::123456789012:role/spacelift"$0
  }
`;

describe("settings", () => {
  const generated = async (settings: Readonly<Record<string, unknown>>, text = source): Promise<string> =>
    (await applyAction(readFixture(text), generateTitle, { settings }))[0] ?? "";

  it("write names that are known instead of asking for them", async () => {
    const after = await generated({ accountName: "acme", instance: "us.spacelift.io" });
    expect(after).toContain('AWS = "577638371743"');
    expect(after).toContain('"acme@${spacelift_aws_integration.main.id}@*"');
    expect(after).not.toContain("data.spacelift_account");
  });

  it("choose the external ID format of 2022", async () => {
    const after = await generated({ externalIdFormat: "hyphen" });
    expect(after).toContain('"${data.spacelift_account.this.name}-${spacelift_aws_integration.main.id}@*"');
  });

  it("choose both formats", async () => {
    const after = await generated({ externalIdFormat: "both" });
    expect(after).toContain('"${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*"');
    expect(after).toContain('"${data.spacelift_account.this.name}-${spacelift_aws_integration.main.id}@*"');
  });

  it("name a self-hosted principal", async () => {
    const after = await generated(
      {
        instance: "self-hosted",
        principal: "arn:aws-us-gov:iam::111122223333:root",
      },
      source.replace("arn:aws:", "arn:aws-us-gov:"),
    );
    expect(after).toContain('AWS = "arn:aws-us-gov:iam::111122223333:root"');
  });
});

it("admits the integration on any stack where a list would be too long, and says so", async () => {
  const attachments = Array.from({ length: 40 }, (_, index) =>
    [
      `resource "spacelift_aws_integration_attachment" "a${index}" {`,
      "  integration_id = spacelift_aws_integration.main.id",
      `  stack_id       = "stack-number-${index}"`,
      "}",
    ].join("\n"),
  );
  const text = [
    'resource "spacelift_aws_integration" "main" {$0',
    '  name     = "main"',
    '  role_arn = "arn:aws:iam::123456789012:role/spacelift"',
    "}",
    ...attachments,
    "",
  ].join("\n");
  const title = `${generateTitle}, for any stack since a list would be longer than 2048 characters`;
  const [after] = await applyAction(readFixture(text), title);
  expect(after).toContain('"${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*"');
});

it("makes the attachments of every integration with the new role wait for it", async () => {
  const text = `
    ${source}
    resource "spacelift_aws_integration" "other" {
      name     = "other"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
    }

    resource "spacelift_aws_integration_attachment" "other" {
      integration_id = spacelift_aws_integration.other.id
      stack_id       = "app"
    }
  `;
  const [after] = await applyAction(readFixture(text), generateTitle);
  expect(after).toContain("depends_on = [aws_iam_role.main]");
});

it("admits any stack where another module attaches the integration", async () => {
  const text = `
    //- /main.tf
    ${source}
    module "stacks" {
      source      = "./stacks"
      integration = spacelift_aws_integration.main.id
    }
    //- /stacks/main.tf
    variable "integration" {
      type = string
    }

    resource "spacelift_aws_integration_attachment" "network" {
      integration_id = var.integration
      stack_id       = "network"
    }
  `;
  const [after] = await applyAction(readFixture(text), generateTitle);
  expect(after).toContain('"${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*"');
});

describe("a collection without a name", () => {
  const text = `
    variable "stacks" {
      type = map(object({ slug = string, enabled = bool }))
    }

    ${source}
    resource "spacelift_aws_integration_attachment" "all" {
      for_each = { for key, stack in var.stacks : key => stack if stack.enabled }

      integration_id = spacelift_aws_integration.main.id
      stack_id       = each.value.slug
    }
  `;

  it("is written out, though nobody knows what is in it", async () => {
    const [after] = await applyAction(readFixture(text), generateTitle);
    expect(after).toContain(
      "for value in { for key, stack in var.stacks : key => stack if stack.enabled } : [",
    );
  });

  it("is not left to Spacelift's data source, of which nothing could be told", async () => {
    const { files, cursor } = readFixture(text);
    const log: string[] = [];
    const place = cursor?.span ?? { start: 0, end: 0 };
    const actions = await codeActions(snapshotOf(files), "file:///module/main.tf", place, (message) =>
      log.push(message),
    );
    expect(actions.map(({ title }) => title)).not.toContain(
      "Generate the trust policy with Spacelift's own data source",
    );
    expect(log.join()).toContain("could not be told");
  });
});

describe("refusals say why", () => {
  const refusal = async (text: string, options?: SnapshotOptions): Promise<string | undefined> => {
    const { files, cursor } = readFixture(text);
    if (!cursor) return undefined;
    const actions = await codeActions(snapshotOf(files, options), cursor.uri, cursor.span, () => undefined);
    return actions.flatMap((action) => (action.kind === "disabled" ? [action.reason] : []))[0];
  };

  it("for a role without a name", async () => {
    const text = `
      resource "spacelift_aws_integration" "main" {
        name     = "main"$0
        role_arn = aws_iam_role.r.arn
      }

      resource "aws_iam_role" "r" {
        assume_role_policy = ""
      }
    `;
    expect(await refusal(text)).toContain("Give aws_iam_role.r a name first");
  });

  it("for a policy of another shape", async () => {
    const text = `
      resource "spacelift_aws_integration" "main" {
        name     = "main"$0
        role_arn = "arn:aws:iam::123456789012:role/r"
      }

      resource "aws_iam_role" "r" {
        name               = "r"
        assume_role_policy = local.trust
      }

      locals {
        trust = templatefile("trust.json", { account = var.account })
      }
    `;
    expect(await refusal(text)).toContain('comes from templatefile("trust.json"');
  });
});

describe("a file of Windows", () => {
  const dos = (text: string): Fixture => {
    const { files, cursor } = readFixture(text);
    const written = files.map((file) => ({ ...file, text: file.text.replaceAll("\n", "\r\n") }));
    return { files: written, cursor };
  };

  it("keeps its line breaks", async () => {
    const [after = ""] = await applyAction(
      dos(source.replace('spacelift"$0', 'spacelift"').replace("resource", "$0resource")),
      generateTitle,
    );
    expect(after).toContain("aws_iam_role");
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
  });

  it("is left alone where the policy is there already", async () => {
    const fixture = readFixture(
      source.replace('spacelift"$0', 'spacelift"').replace("resource", "$0resource"),
    );
    const [unix = ""] = await applyAction(fixture, generateTitle);
    const { files, cursor } = dos(`$0${unix}`);
    const actions = await codeActions(
      snapshotOf(files),
      cursor?.uri ?? "",
      cursor?.span ?? { start: 0, end: 0 },
      () => undefined,
    );
    expect(actions.find(({ title }) => title === generateTitle)).toMatchObject({ kind: "disabled" });
  });
});
