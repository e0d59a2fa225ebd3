/**
 * What is kept from one edit to the next changes no answer: after each of many edits the findings and the verdicts are
 * those of files that were read for the first time.
 */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { viewsOf } from "../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../server/src/analysis/trust/judge.ts";
import { createConfiguration } from "../../server/src/terraform/configuration.ts";
import type { ModuleFile } from "../../server/src/terraform/module.ts";
import { parseFile, reparseFile } from "../../server/src/terraform/parseFile.ts";
import { moduleFrom as moduleOf } from "../../server/src/workspace/moduleFiles.ts";
import { readSettings } from "../../server/src/workspace/settings.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { moduleFrom } from "../features/law/modules.ts";
import { randomFrom, type Random } from "../hcl/judge/random.ts";
import { readFixture } from "../kit/fixture.ts";

const editsEach = 10;

describe("after each edit", () => {
  it.each(Array.from({ length: 40 }, (_, index) => index + 1))("of the generated module %i", (seed) => {
    const { files, settings } = moduleFrom(seed);
    editAndCompare(files, settings, randomFrom(seed));
  });

  it.each([1, 2, 3, 4, 5])("of modules that call one another, %i", (seed) => {
    editAndCompare(nested, {}, randomFrom(seed));
  });
});

const { files: nested } = readFixture(`
  //- /main.tf
  variable "stack" {
    default = "network"
  }

  module "role" {
    source = "./role"
    id     = spacelift_aws_integration.main.id
    stack  = var.stack
  }

  resource "spacelift_aws_integration" "main" {
    name     = "main"
    role_arn = module.role.arn
  }

  resource "spacelift_aws_integration_attachment" "main" {
    integration_id = spacelift_aws_integration.main.id
    stack_id       = var.stack
    write          = false
  }
  //- /terraform.tfvars
  stack = "database"
  //- /role/main.tf
  variable "id" {}
  variable "stack" {}

  locals {
    account = "acme"
  }

  resource "aws_iam_role" "this" {
    name = "spacelift"
    assume_role_policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Principal = { AWS = "324880187172" }
        Action    = "sts:AssumeRole"
        Condition = { StringLike = { "sts:ExternalId" = "\${local.account}@\${var.id}@\${var.stack}@read" } }
      }]
    })
  }

  output "arn" {
    value = aws_iam_role.this.arn
  }
`);

interface Text {
  readonly uri: string;
  readonly text: string;
}

function editAndCompare(
  files: readonly Text[],
  given: Readonly<Record<string, unknown>>,
  random: Random,
): void {
  const { settings } = readSettings(given);
  let kept: readonly ModuleFile[] = files.map(({ uri, text }) => ({ uri, syntax: parseFile(uri, text) }));
  compare(kept, settings);
  for (let edit = 0; edit < editsEach; edit++) {
    const index = random.below(kept.length);
    kept = kept.map((file, at) => (at === index ? edited(file, random) : file));
    compare(kept, settings);
  }
}

/** Another line, one line less, or a slip in one. */
function edited({ uri, syntax }: ModuleFile, random: Random): ModuleFile {
  const lines = syntax.text.split("\n");
  const index = random.below(lines.length);
  const line = lines[index] ?? "";
  const start = lines.slice(0, index).join("\n").length + (index > 0 ? 1 : 0);
  const newText = random.pick([
    "",
    `${line}\n${line}`,
    `# ${line}`,
    line.replace(/write|read|true|network/, (word) => (word === "write" ? "read" : "write")),
    line.replace(/[a-z](?=[^a-z]*$)/, "x"),
    line.replace(/\d/, "7"),
  ]);
  const end = start + line.length;
  const text = syntax.text.slice(0, start) + newText + syntax.text.slice(end);
  return { uri, syntax: reparseFile(uri, syntax, text, { span: { start, end }, newLength: newText.length }) };
}

function compare(files: readonly ModuleFile[], settings: Snapshot["settings"]): void {
  const fresh = files.map(({ uri, syntax }) => ({ uri, syntax: parseFile(uri, syntax.text) }));
  expect(answersIn(files, settings)).toEqual(answersIn(fresh, settings));
}

function answersIn(files: readonly ModuleFile[], settings: Snapshot["settings"]): unknown {
  const folders = [...new Set(files.map(({ uri }) => uri.slice(0, uri.lastIndexOf("/"))))];
  const modules = folders.map((folder) =>
    moduleOf(
      folder,
      files.filter(({ uri }) => uri.slice(0, uri.lastIndexOf("/")) === folder),
    ),
  );
  const configuration = createConfiguration(modules);
  return modules.map((module) => {
    const common = {
      settings,
      besideTerraformExtension: false,
      readElsewhere: new Set<string>(),
      versions: new Map<string, number>(),
    };
    const snapshot: Snapshot = { ...common, module, configuration };
    return {
      findings: diagnose(snapshot).map(({ code, location, message }) => ({ code, location, message })),
      verdicts: viewsOf(snapshot).flatMap((view) =>
        verdictsOf(view).map(({ subject, role, sessions }) => ({
          address: subject.address,
          role: role.kind,
          sessions: sessions.map(({ session, outcome, allowedFor }) => [session.target, outcome, allowedFor]),
        })),
      ),
    };
  });
}
