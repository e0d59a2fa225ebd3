/** What a large workspace costs: the cold index, its memory, and a key in one file until the findings of its module. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findingsByFile } from "../../server/src/features/diagnostics.ts";
import { nodeFiles } from "../../server/src/nodeFiles.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const family = (name: string): string => `resource "spacelift_aws_integration" "main" {
  name             = "${name}"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift-${name}"
  duration_seconds = var.duration
}

resource "aws_iam_role" "main" {
  name = "spacelift-${name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "acme@\${spacelift_aws_integration.main.id}@*" } }
    }]
  })
}

resource "spacelift_aws_integration_attachment" "main" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = var.stack
  depends_on     = [aws_iam_role.main]
}
`;

const other = (name: string): string => `resource "aws_s3_bucket" "main" {
  bucket = "${name}-\${var.stack}"
  tags   = { Name = "${name}" }
}

output "bucket" {
  value = aws_s3_bucket.main.bucket
}
`;

const variables = `variable "stack" {
  type = string
}

variable "duration" {
  type    = number
  default = 900
}
`;

/** Thirty files of a hundred have the family in them; every tenth module calls the next one. */
function writeWorkspace(folder: string, modules: number): void {
  for (let index = 0; index < modules; index++) {
    const name = `m${index}`;
    const path = join(folder, `area${index % 50}`, name);
    mkdirSync(path, { recursive: true });
    const calls = index % 10 === 0 && index + 50 < modules;
    const call = calls ? `\nmodule "next" {\n  source = "../m${index + 50}"\n  stack  = "s"\n}\n` : "";
    writeFileSync(join(path, "main.tf"), (index % 10 < 6 ? family(name) : other(name)) + call);
    writeFileSync(join(path, "variables.tf"), variables);
  }
}

function heapInMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

async function measure(modules: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "spacelift-aws-bench-"));
  writeWorkspace(folder, modules);
  const before = heapInMb();
  const workspace = new Workspace(nodeFiles, () => undefined);
  workspace.setRoots([pathToFileURL(folder).toString()]);
  const started = performance.now();
  await workspace.indexed();
  const indexed = performance.now() - started;
  const uri = pathToFileURL(join(folder, "area0", "m0", "main.tf")).toString();
  const text = family("m0");
  workspace.open(uri, 1, text);
  findingsByFile(await workspace.snapshot(uri));
  const memory = heapInMb() - before;
  const keys = await typeKeys(workspace, uri, text.indexOf('"m0"') + 3);
  rmSync(folder, { recursive: true });
  const [median = 0, late = 0] = [0.5, 0.99].map((part) => keys[Math.floor(keys.length * part)]);
  console.log(
    `${modules.toString().padStart(6)} modules: index ${indexed.toFixed(0).padStart(6)} ms, ${memory.toFixed(0).padStart(4)} MB; ` +
      `a key to its findings: median ${median.toFixed(2)} ms, 99th percentile ${late.toFixed(2)} ms`,
  );
}

/** Times in milliseconds, sorted. */
async function typeKeys(workspace: Workspace, uri: string, at: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < 300; turn++) {
    const started = performance.now();
    workspace.change(uri, turn + 2, { span: { start: at, end: at }, newText: "x" });
    findingsByFile(await workspace.snapshot(uri));
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

async function main(): Promise<void> {
  for (const modules of [100, 1000, 10_000]) await measure(modules);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
