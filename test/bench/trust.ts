/**
 * What judging a large module costs: 200 integrations, each with a role of its own, and 2,000 attachments. Cold, as
 * when the folder is opened, and after a key in one file of it.
 */
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { viewOf } from "../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../server/src/analysis/trust/judge.ts";
import { createConfiguration } from "../../server/src/terraform/configuration.ts";
import type { Module } from "../../server/src/terraform/module.ts";
import { parseFile } from "../../server/src/terraform/parseFile.ts";
import { moduleFrom } from "../../server/src/workspace/moduleFiles.ts";
import { readSettings } from "../../server/src/workspace/settings.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";

const integrations = 200;
const attachmentsEach = 10;

interface Shape {
  readonly name: string;
  /** The values of the condition on `sts:ExternalId`, as inside of a template. */
  readonly values: (index: number) => readonly string[];
  /** What each attachment says for its stack. */
  readonly stack: (index: number, attachment: number) => string;
  readonly document: boolean;
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const integrationId = (index: number): string => `\${spacelift_aws_integration.i${index}.id}`;
const literal = (index: number, attachment: number): string => `"stack-${index}-${attachment}"`;
const referenced = (index: number, attachment: number): string =>
  `spacelift_stack.s${index}_${attachment}.id`;
const unknown = (index: number, attachment: number): string => `var.stack_${index}_${attachment}`;

const anything = (index: number, attachment: number): string => `"\${var.stack_${index}_${attachment}}-x"`;

/** The ID of each attachment in full, and further ones of stacks that are attached elsewhere. */
const whole =
  (count: number) =>
  (index: number): readonly string[] =>
    range(count).map((each) => `acct@${integrationId(index)}@stack-${index}-${each}@write`);

const wholeReferenced = (index: number): readonly string[] =>
  range(attachmentsEach).map((each) => `acct@${integrationId(index)}@\${${referenced(index, each)}}@write`);

/** Alternating text and `*`, of about 700 characters. */
const long = (index: number): readonly string[] => [
  `acct@${integrationId(index)}@*${range(44)
    .map((each) => `part-${index}-${each}`.padEnd(13, "x"))
    .join("*")}*@write`,
];

const shapes: readonly Shape[] = [
  { name: "10 whole IDs", values: whole(10), stack: literal, document: false },
  { name: "60 whole IDs", values: whole(60), stack: literal, document: false },
  { name: "8,192 characters", values: whole(155), stack: literal, document: false },
  { name: "8,192 characters, unknown stacks", values: whole(155), stack: unknown, document: false },
  { name: "10 whole IDs, referenced stacks", values: wholeReferenced, stack: referenced, document: false },
  { name: "10 whole IDs, unknown stacks", values: whole(10), stack: unknown, document: false },
  { name: "60 whole IDs, unknown stacks", values: whole(60), stack: unknown, document: false },
  { name: "one acct@*", values: () => ["acct@*"], stack: literal, document: false },
  {
    name: "acct@*@stack@* each",
    values: (index) => range(10).map((each) => `acct@*@stack-${index}-${each}@*`),
    stack: literal,
    document: false,
  },
  {
    name: "acct@*@stack@* each, unknown stacks",
    values: (index) => range(10).map((each) => `acct@*@stack-${index}-${each}@*`),
    stack: unknown,
    document: false,
  },
  { name: "700 characters, literal stacks", values: long, stack: literal, document: false },
  { name: "700 characters, unknown stacks", values: long, stack: unknown, document: false },
  {
    name: "60 inner wildcards, stacks of any text",
    values: (index) => range(60).map((each) => `acct@*-${index}-*${each}*@*r*t*`),
    stack: anything,
    document: false,
  },
  { name: "policy documents, 10 whole IDs", values: whole(10), stack: literal, document: true },
];

function statementText(values: readonly string[]): string {
  return `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = [${values.map((value) => `"${value}"`).join(", ")}] } }
    }]
  })`;
}

function documentText(index: number, values: readonly string[]): string {
  return `
data "aws_iam_policy_document" "d${index}" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = [${values.map((value) => `"${value}"`).join(", ")}]
    }
  }
}
`;
}

function integrationText({ values, stack, document }: Shape, index: number): string {
  const own = values(index);
  const policy = document ? `data.aws_iam_policy_document.d${index}.json` : statementText(own);
  const attachments = range(attachmentsEach).map(
    (each) => `
resource "spacelift_aws_integration_attachment" "a${index}_${each}" {
  integration_id = spacelift_aws_integration.i${index}.id
  stack_id       = ${stack(index, each)}
  depends_on     = [aws_iam_role.r${index}]
}
${declarationOf(stack(index, each))}`,
  );
  return `
resource "spacelift_aws_integration" "i${index}" {
  name     = "integration-${index}"
  role_arn = "arn:aws:iam::123456789012:role/spacelift-${index}"
}

resource "aws_iam_role" "r${index}" {
  name               = "spacelift-${index}"
  assume_role_policy = ${policy}
}
${document ? documentText(index, own) : ""}${attachments.join("")}`;
}

/** What declares the stack or the variable that is referred to. */
function declarationOf(stack: string): string {
  const [, kind, name = ""] = /^(?:"\$\{)?(var|spacelift_stack)\.(\w+)/.exec(stack) ?? [];
  if (kind === "var") return `variable "${name}" {\n  type = string\n}\n`;
  if (kind === undefined) return "";
  return `resource "spacelift_stack" "${name}" {\n  name       = "${name}"\n  repository = "r"\n  branch     = "main"\n}\n`;
}

const folder = "file:///module";

/** One file per integration, as nobody writes 2,000 attachments in one. */
function textsOf(shape: Shape): ReadonlyMap<string, string> {
  return new Map(
    range(integrations).map((index) => [`${folder}/i${index}.tf`, integrationText(shape, index)]),
  );
}

const { settings } = readSettings({ accountName: "acct" });

function snapshotWith(module: Module): Snapshot {
  return {
    settings,
    besideTerraformExtension: false,
    module,
    configuration: createConfiguration([module]),
    readElsewhere: new Set(),
    versions: new Map(),
  };
}

function timed<T>(work: () => T): { readonly time: number; readonly result: T } {
  const started = performance.now();
  const result = work();
  return { time: performance.now() - started, result };
}

function measure(shape: Shape): readonly number[] {
  const texts = textsOf(shape);
  const parsed = timed(() => [...texts].map(([uri, text]) => ({ uri, syntax: parseFile(uri, text) })));
  const cold = snapshotWith(moduleFrom(folder, parsed.result));
  const evaluated = timed(() => evaluateAll(cold));
  const judged = timed(() => verdictsOf(viewOf(cold)));
  const all = timed(() => diagnose(cold));
  const [first, ...others] = parsed.result;
  const changed = snapshotAfterKey();
  const judgedAgain = timed(() => verdictsOf(viewOf(changed)));
  const allAgain = timed(() => diagnose(changed));
  return [parsed, evaluated, judged, all, judgedAgain, allAgain].map(({ time }) => time);

  function snapshotAfterKey(): Snapshot {
    const uri = first?.uri ?? "";
    const syntax = parseFile(uri, texts.get(uri)?.replace("acct@", "acc@") ?? "");
    return snapshotWith(moduleFrom(folder, [{ uri, syntax }, ...others]));
  }
}

/** The value of every attribute of the family and of every policy. */
function evaluateAll(snapshot: Snapshot): void {
  const { module, evaluate } = viewOf(snapshot);
  for (const declaration of module.declarations) {
    if (declaration.kind !== "resource") continue;
    for (const item of declaration.block.body.items) {
      if (item.kind === "Attribute") evaluate(item.value, declaration.file);
    }
  }
}

const columns = ["parse", "evaluate", "judge", "all rules", "judge again", "rules again"];

function main(): void {
  const wanted = process.env["SHAPE"];
  console.log("".padEnd(38) + columns.map((column) => column.padStart(13)).join(""));
  if (!process.env["COLD"])
    measure({ name: "warm up", values: () => ["acct@*"], stack: literal, document: false });
  for (const shape of shapes.filter(({ name }) => wanted === undefined || name === wanted)) {
    const times = measure(shape);
    console.log(shape.name.padEnd(38) + times.map((time) => `${time.toFixed(0)} ms`.padStart(13)).join(""));
  }
}

main();
