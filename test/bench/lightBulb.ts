/**
 * How long the light bulb takes to list what it offers, everything in one file: with the cursor in an integration
 * after a key (the findings are there by then), when the cursor moves on, and with it in a mistake.
 */
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { codeActions } from "../../server/src/features/codeActions.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { snapshotOf } from "../kit/snapshot.ts";

/** How many integrations; each has a role of its own and two stacks. The first round only warms up. */
const sizes = [5, 1, 5, 50, 500, 2000];
const uri = "file:///module/main.tf";

/** The first of them has a role that trusts someone else. */
function moduleText(size: number, sharedRole: boolean): string {
  const sets = Array.from({ length: size }, (_, index) => setText(index, sharedRole ? 0 : index));
  return ['data "spacelift_account" "this" {}\n', ...sets].join("\n");
}

function setText(index: number, role: number): string {
  const trusted = index === 0 ? '"123456789012"' : "data.spacelift_account.this.aws_account_id";
  const id = `\${data.spacelift_account.this.name}@\${spacelift_aws_integration.i${index}.id}@*`;
  return `resource "spacelift_aws_integration" "i${index}" {
  name             = "i${index}"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift-${role}"
  duration_seconds = 3600
}

resource "aws_iam_role" "i${index}" {
  name = "spacelift-${index}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ${trusted} }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "${id}" } }
    }]
  })
}

${stackText(`i${index}`, "network")}
${stackText(`i${index}`, "database")}`;
}

function stackText(integration: string, stack: string): string {
  return `resource "spacelift_stack" "${integration}_${stack}" {
  name       = "${integration}-${stack}"
  repository = "infrastructure"
  branch     = "main"
}

resource "spacelift_aws_integration_attachment" "${integration}_${stack}" {
  integration_id = spacelift_aws_integration.${integration}.id
  stack_id       = spacelift_stack.${integration}_${stack}.id
  depends_on     = [aws_iam_role.${integration}]
}
`;
}

async function timed(snapshot: Snapshot, text: string, place: string): Promise<string> {
  const at = text.indexOf(place) + 1;
  const started = performance.now();
  const actions = await codeActions(snapshot, uri, { start: at, end: at }, () => undefined);
  const time = performance.now() - started;
  return `${time.toFixed(0).padStart(6)} ms (${actions.length})`.padStart(16);
}

async function measure(size: number, sharedRole: boolean): Promise<void> {
  const text = moduleText(size, sharedRole);
  const snapshot = snapshotOf([{ uri, text, expected: [] }]);
  diagnose(snapshot);
  const times = [
    await timed(snapshot, text, '"i0"'),
    await timed(snapshot, text, '"arn:'),
    await timed(snapshot, text, '"123456789012" }'),
  ];
  const shape = `${size} integrations${sharedRole ? ", one role" : ""}`;
  console.log(`${shape.padEnd(32)}${(text.length / 1024).toFixed(0).padStart(6)} KiB${times.join("")}`);
}

async function main(): Promise<void> {
  console.log(
    `${"".padEnd(42)}${["first", "moved on", "a mistake"].map((name) => name.padStart(16)).join("")}`,
  );
  for (const size of sizes) await measure(size, false);
  for (const size of [5, 50]) await measure(size, true);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
