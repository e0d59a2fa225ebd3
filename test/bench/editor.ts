/** How long a person waits: from a key to the findings, for completion and for a hover, in a file of 200 lines. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bench } from "tinybench";
import { CompletionRequest, HoverRequest } from "vscode-languageserver-protocol/node";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { complete } from "../../server/src/features/completion.ts";
import { hover } from "../../server/src/features/hover.ts";
import { parse } from "../../server/src/hcl/parse.ts";
import { fileUri, startClient } from "../kit/languageClient.ts";
import { snapshotOf } from "../kit/snapshot.ts";

/** Eight integrations with role, stack and attachment each: 200 lines, every one of which the rules look at. */
function moduleText(): string {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const sets = names.map(
    (name) => `resource "spacelift_aws_integration" "${name}" {
  name             = "${name}"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift-${name}"
  duration_seconds = 3600
}

resource "aws_iam_role" "${name}" {
  name = "spacelift-${name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "acme@\${spacelift_aws_integration.${name}.id}@*" } }
    }]
  })
}

resource "spacelift_aws_integration_attachment" "${name}" {
  integration_id = spacelift_aws_integration.${name}.id
  stack_id       = "stack-${name}"
  depends_on     = [aws_iam_role.${name}]
}
`,
  );
  return sets.join("\n");
}

const text = moduleText();
const uri = "file:///module/main.tf";

async function inProcess(): Promise<void> {
  const snapshot = snapshotOf([{ uri, text, expected: [] }]);
  const attribute = text.indexOf("duration_seconds") + 3;
  const bench = new Bench({ time: 1000 });
  let turn = 0;
  bench
    .add(`parse ${text.split("\n").length} lines`, () => parse(text))
    .add("a key, to all findings of the module", () => {
      const changed = text.replace('"a"', `"a${turn++}"`);
      return diagnose(snapshotOf([{ uri, text: changed, expected: [] }])).length;
    })
    .add("completion", () => complete(snapshot, uri, text.indexOf("duration_seconds")).length)
    .add("hover", () => hover(snapshot, uri, attribute));
  await bench.run();
  for (const { name, result } of bench.tasks) {
    if (result.state === "completed") print(name, result.latency.p50, result.latency.p99);
  }
}

async function overStdio(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "spacelift-aws-bench-"));
  const client = await startClient();
  const document = fileUri(folder, "main.tf");
  await client.open(document, text);
  const times: Record<string, number[]> = { findings: [], completion: [], hover: [] };
  const textDocument = { uri: document };
  for (let turn = 2; turn < 40; turn++) {
    // Every other text has a mistake, so that the findings tell which one they belong to.
    const isWrong = turn % 2 === 0;
    const changed = isWrong ? text.replace("duration_seconds", "duration_second") : text;
    await timed(times["findings"], async () => {
      await client.change(document, turn, changed);
      await client.diagnostics(
        document,
        (all) => all.some(({ code }) => code === "unknown-attribute") === isWrong,
      );
    });
    const position = { line: 3, character: 5 };
    await timed(times["completion"], () =>
      client.connection.sendRequest(CompletionRequest.type, { textDocument, position }),
    );
    await timed(times["hover"], () =>
      client.connection.sendRequest(HoverRequest.type, { textDocument, position }),
    );
  }
  for (const [name, list] of Object.entries(times)) {
    const sorted = list.toSorted((a, b) => a - b);
    print(`over stdio: ${name}`, sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0);
  }
  await client.stop();
  rmSync(folder, { recursive: true });
}

async function timed(times: number[] | undefined, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  times?.push(performance.now() - started);
}

function print(name: string, median: number, worst: number): void {
  console.log(
    `${name.padEnd(44)} median ${median.toFixed(2).padStart(8)} ms   worst ${worst.toFixed(2).padStart(8)} ms`,
  );
}

async function main(): Promise<void> {
  await inProcess();
  await overStdio();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
