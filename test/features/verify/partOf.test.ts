/** What the law says of edits in the part around them is what it says of them in the whole module. */
import { describe, expect, it } from "vitest";
import type { FileEdits } from "../../../server/src/analysis/finding.ts";
import { diagnose } from "../../../server/src/analysis/diagnose.ts";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { textOf, type Span } from "../../../server/src/base/span.ts";
import { trustPolicyOffers } from "../../../server/src/features/trustPolicy/actions.ts";
import { breachBy, breachByFix } from "../../../server/src/features/verify/law.ts";
import { partAround } from "../../../server/src/features/verify/partOf.ts";
import type { Attribute, Body } from "../../../server/src/hcl/ast.ts";
import type { Snapshot } from "../../../server/src/workspace/snapshot.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";
import { moduleFrom } from "../law/modules.ts";

const calls = `
  //- /main.tf
  resource "spacelift_aws_integration" "main" {
    name     = "main"
    role_arn = module.role.arn
  }

  resource "spacelift_aws_integration_attachment" "main" {
    integration_id = spacelift_aws_integration.main.id
    stack_id       = "network"
  }

  resource "spacelift_aws_integration" "named" {
    name                           = "named"
    role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
    generate_credentials_in_worker = false
  }

  resource "spacelift_aws_integration" "worker" {
    name                           = "worker"
    role_arn                       = "arn:aws:iam::123456789012:role/elsewhere"
    generate_credentials_in_worker = true
  }

  resource "spacelift_aws_integration_attachment" "named" {
    integration_id = spacelift_aws_integration.named.id
    stack_id       = "network"
  }

  module "role" {
    source      = "./role"
    external_id = "acme@*"
  }

  //- /role/main.tf
  variable "external_id" {
    type = string
  }

  resource "aws_iam_role" "this" {
    name = "spacelift"
    assume_role_policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Principal = { AWS = "324880187172" }
        Action    = "sts:AssumeRole"
        Condition = { StringLike = { "sts:ExternalId" = var.external_id } }
      }]
    })
  }

  resource "aws_s3_bucket" "other" {
    bucket = "other"
  }

  output "arn" {
    value = aws_iam_role.this.arn
  }
`;

const connected = [
  [
    "an attachment that may be that of any integration",
    `
      variable "integration_id" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "any" {
        integration_id = var.integration_id
        stack_id       = "app"
      }
    `,
  ],
  [
    "attachments of an integration made elsewhere",
    `
      resource "spacelift_aws_integration_attachment" "one" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
      }

      resource "spacelift_aws_integration_attachment" "other" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "network"
      }
    `,
  ],
  [
    "an integration that comes to be, and an attachment that may be its own",
    `
      variable "integration_id" {}

      resource "spacelift_aws_integraton" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "any" {
        integration_id = var.integration_id
        stack_id       = "app"
      }
    `,
  ],
  [
    "a role that a local names",
    `
      locals {
        name = "spacelift"
        arn  = "arn:aws:iam::123456789012:role/\${local.name}"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = jsonencode({})
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.arn
      }

      resource "spacelift_aws_integration" "other" {
        name     = "other"
        role_arn = "arn:aws:iam::123456789012:role/elsewhere"
      }

      resource "spacelift_aws_integration_attachment" "other" {
        integration_id = spacelift_aws_integration.other.id
        stack_id       = "network"
      }
    `,
  ],
  [
    "a role whose name is put together",
    `
      locals {
        base = "spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "\${local.base}-main"
        assume_role_policy = jsonencode({})
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/\${local.base}-main"
      }

      resource "spacelift_aws_integration" "other" {
        name     = "other"
        role_arn = "arn:aws:iam::123456789012:role/elsewhere"
      }

      resource "spacelift_aws_integration_attachment" "other" {
        integration_id = spacelift_aws_integration.other.id
        stack_id       = "network"
      }
    `,
  ],
  [
    "a name that nothing has yet",
    `
      resource "spacelift_aws_integraton" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "id" {
        value = spacelift_aws_integration.main.id
      }
    `,
  ],
  [
    "a role by its name, and stacks by their labels",
    `
      locals {
        role  = "spacelift"
        label = "aws"
      }

      resource "spacelift_aws_integration" "main" {
        name               = "main"
        role_arn           = "arn:aws:iam::123456789012:role/\${local.role}"
        labels             = ["autoattach:\${local.label}"]
        autoattach_enabled = true
      }

      resource "spacelift_stack" "app" {
        name       = "app"
        slug       = "app"
        branch     = "main"
        repository = "app"
        labels     = [local.label]
      }

      resource "aws_iam_role" "main" {
        name = local.role
        assume_role_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "324880187172" }
            Action    = "sts:AssumeRole"
            Condition = { StringLike = { "sts:ExternalId" = "acme@\${spacelift_aws_integration.main.id}@app@*" } }
          }]
        })
      }

      resource "aws_iam_role" "other" {
        name               = "other"
        assume_role_policy = jsonencode({})
      }
    `,
  ],
] as const;

/** Of both, whether they object. */
interface Verdicts {
  readonly what: string;
  readonly whole: boolean;
  readonly part: boolean;
}

/** Every offer and every fix, whether it may be offered or not, and changes that nobody would offer. */
async function verdictsOn(snapshot: Snapshot): Promise<readonly Verdicts[]> {
  const view = viewOf(snapshot);
  const found: Verdicts[] = [];
  for (const integration of view.family) {
    const { address, type, kind } = integration.declaration;
    if (kind !== "resource" || type !== "spacelift_aws_integration") continue;
    for (const { title, scope, generated } of trustPolicyOffers(view, integration)) {
      if (generated.kind === "refused") continue;
      const { edits, role } = generated;
      const promise = { integration: address, scope, role };
      const whole = (await breachBy(snapshot, edits, promise)) !== undefined;
      const part = (await breachBy(partAround(snapshot, edits), edits, promise)) !== undefined;
      found.push({ what: `${title} for ${address}`, whole, part });
    }
  }
  const fixes = diagnose(snapshot).flatMap((finding) =>
    finding.fixes().map(({ edits }) => ({ edits, code: finding.code })),
  );
  const mutated = mutations(snapshot).map((edits) => ({ edits, code: undefined }));
  for (const { edits, code } of [...fixes, ...mutated]) {
    found.push({
      what: JSON.stringify(edits),
      whole: breachByFix(snapshot, edits, code) !== undefined,
      part: breachByFix(partAround(snapshot, edits), edits, code) !== undefined,
    });
  }
  return found;
}

/** Takes away each block and each attribute, doubles each block, and gives each attribute another's value. */
function mutations({ module }: Snapshot): readonly (readonly FileEdits[])[] {
  return module.files.flatMap(({ uri, syntax }) => {
    const { body, text } = syntax;
    const attributes = attributesIn(body);
    const put = ({ start, end }: Span, newText: string): readonly FileEdits[] => [
      { uri, edits: [{ span: { start, end }, newText }] },
    ];
    return [
      ...body.items.map((item) => put(item, "")),
      ...body.items.map((item) => put({ start: item.end, end: item.end }, `\n\n${textOf(text, item)}`)),
      ...attributes.map((attribute) => put(attribute, "")),
      ...attributes.map((attribute, index) =>
        put(attribute.value, valueOfAnother(attributes, attribute, index, text)),
      ),
    ];
  });
}

function attributesIn({ items }: Body): readonly Attribute[] {
  return items.flatMap((item) =>
    item.kind === "Block" ? attributesIn(item.body) : item.kind === "Attribute" ? [item] : [],
  );
}

function valueOfAnother(all: readonly Attribute[], own: Attribute, index: number, text: string): string {
  const others = all.filter(({ name }, other) => name.name === own.name.name && other !== index);
  const other = others[index % Math.max(1, others.length)];
  return other ? textOf(text, other.value) : '"x"';
}

function differing(verdicts: readonly Verdicts[]): readonly Verdicts[] {
  return verdicts.filter(({ whole, part }) => whole !== part);
}

describe("the law says of the part what it says of the whole", () => {
  it("in generated modules", async () => {
    const verdicts: Verdicts[] = [];
    for (let seed = 1; seed <= 12; seed++) {
      const { files, settings } = moduleFrom(seed);
      verdicts.push(...(await verdictsOn(snapshotOf(files, { settings }))));
    }
    expect(differing(verdicts)).toEqual([]);
    expect(verdicts.filter(({ whole }) => whole).length).toBeGreaterThan(100);
    expect(verdicts.filter(({ whole }) => !whole).length).toBeGreaterThan(100);
  }, 120_000);

  it.each(["", "/role"])("in modules that call each other: %s", async (folder) => {
    const { files } = readFixture(calls);
    expect(differing(await verdictsOn(snapshotOf(files, { folder })))).toEqual([]);
  });

  it.each(connected)("where things are connected without a reference: %s", async (_, source) => {
    expect(differing(await verdictsOn(snapshotOf(readFixture(source).files)))).toEqual([]);
  });
});
