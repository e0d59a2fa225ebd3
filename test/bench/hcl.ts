/**
 * How fast the parser is: over the corpus beside three others, on large texts, and after a change.
 * `npm run bench:hcl` bundles this file as the server is bundled, and runs it.
 */
import { parse as hcl2json } from "@cdktn/hcl2json";
import { parse } from "../../server/src/hcl/parse.ts";
import { update } from "../../server/src/hcl/update.ts";
import { sampleTexts } from "../hcl/corpus.ts";
import { oldParserAccepts } from "../hcl/judge/hashicorp.ts";
import { randomFrom } from "../hcl/judge/random.ts";
import { treeSitterParser } from "../hcl/recovery/outline.ts";

const megabyte = 1_000_000;

/** The best of some runs over all texts, in MB/s; the first runs only warm up. */
function throughput(texts: readonly string[], runs: number, read: (text: string) => void): number {
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    for (const text of texts) read(text);
    best = Math.min(best, performance.now() - start);
  }
  return size / 1000 / best;
}

async function hcl2jsonThroughput(texts: readonly string[]): Promise<number> {
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const start = performance.now();
  for (const text of texts) await hcl2json("x.tf", text);
  return size / 1000 / (performance.now() - start);
}

async function compareParsers(): Promise<void> {
  const texts = sampleTexts().filter((text) => parse(text).problems.length === 0);
  // The two slow ones read only every tenth file.
  const some = texts.filter((_, index) => index % 10 === 0);
  const treeSitter = await treeSitterParser();
  const ours = throughput(texts, 12, parse);
  const rows: readonly (readonly [name: string, speed: number])[] = [
    ["ours", ours],
    ["tree-sitter-hcl", throughput(texts, 3, (text) => treeSitter.parse(text)?.delete())],
    ["@cdktn/hcl2json", await hcl2jsonThroughput(some)],
    ["hcl2-parser", throughput(some, 1, oldParserAccepts)],
  ];
  console.log(`${texts.length} files, ${(texts.join("").length / megabyte).toFixed(2)} MB`);
  for (const [name, speed] of rows) {
    console.log(
      `${name.padEnd(16)} ${speed.toFixed(2).padStart(7)} MB/s   ours is ${(ours / speed).toFixed(1)} times as fast`,
    );
  }
}

function block(index: number): string {
  return `resource "aws_iam_role" "r${index}" {\n  name = "role-${index}"\n  tags = {\n    a = "b-\${var.x}"\n  }\n}\n\n`;
}

const large: readonly (readonly [name: string, text: string])[] = [
  ["10 MB of blocks", Array.from({ length: 110_000 }, (_, index) => block(index)).join("")],
  ["100,000 nested brackets", `a = ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`],
  ["one line of 5 MB", `a = [${"1, ".repeat(1_700_000)}]\n`],
  ["a heredoc of 5 MB", `a = <<EOT\n${"some text ${x} here\n".repeat(250_000)}EOT\n`],
];

function readLargeTexts(): void {
  for (const [name, text] of large) {
    const start = performance.now();
    const { problems } = parse(text);
    const time = performance.now() - start;
    const told = problems[0]?.summary ?? "accepted";
    console.log(
      `${name.padEnd(24)} ${time.toFixed(0).padStart(5)} ms  (${(text.length / megabyte).toFixed(1)} MB; ${told})`,
    );
  }
}

function measureMemory(): void {
  const collect = globalThis.gc;
  if (collect === undefined) return;
  const texts = sampleTexts();
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  collect();
  const before = process.memoryUsage().heapUsed;
  const files = texts.map(parse);
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  console.log(
    `the trees of all ${files.length} files take ${(grown / size).toFixed(1)} times the memory of their text`,
  );
}

function measureUpdates(): void {
  let text = Array.from({ length: 50_000 / 7 }, (_, index) => block(index)).join("");
  const lines = text.split("\n").length;
  let file = parse(text);
  const random = randomFrom(1);
  const times: number[] = [];
  for (let count = 0; count < 500; count++) {
    const start = text.indexOf('"', random.below(text.length - 200));
    const next = `${text.slice(0, start)}x${text.slice(start)}`;
    // A string that was put together is flattened at its first use, which is no work of the parser.
    next.charCodeAt(start);
    const begin = performance.now();
    file = update(file, next, { span: { start, end: start }, newLength: 1 });
    times.push(performance.now() - begin);
    text = next;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  console.log(`a change in ${lines} lines: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`);
}

async function main(): Promise<void> {
  await compareParsers();
  measureMemory();
  readLargeTexts();
  measureUpdates();
  process.exit(0);
}

void main();
