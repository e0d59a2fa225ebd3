/** A file that is read again in parts equals one that is read anew, whatever is edited. */
import { expect, test } from "vitest";
import type { SourceFile } from "../../server/src/hcl/ast.ts";
import { parse } from "../../server/src/hcl/parse.ts";
import { update } from "../../server/src/hcl/update.ts";
import { sampleTexts } from "./corpus.ts";
import { generate } from "./judge/generate.ts";
import { type Random, randomFrom } from "./judge/random.ts";

const typed = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  '"',
  "\n",
  "\r\n",
  "${",
  "%{",
  "<<EOT\n",
  "EOT\n",
  "/*",
  "*/",
  "#",
  "a = 1\n",
  "b {\n",
  "}\n",
  ";",
  "<<<<<<< HEAD\n",
  "x",
  " ",
  "\\",
  "=",
  'resource "a" "b" {\n',
] as const;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

function randomEdit(random: Random, text: string): Edit {
  const start = random.oneIn(6) ? random.pick([0, text.length]) : random.below(text.length + 1);
  const end = random.oneIn(2)
    ? start
    : Math.min(text.length, start + random.below(random.oneIn(4) ? 200 : 4));
  const inserted = random.oneIn(3) ? "" : random.oneIn(8) ? generate(random) : random.pick(typed);
  return { start, end, inserted };
}

function edited(file: SourceFile, { start, end, inserted }: Edit): SourceFile {
  const text = file.text.slice(0, start) + inserted + file.text.slice(end);
  return update(file, text, { span: { start, end }, newLength: inserted.length });
}

/** Where the two differ, by the fields of the first; undefined where they do not. */
function difference(wanted: unknown, found: unknown, path = "file"): string | undefined {
  if (wanted === found) return undefined;
  if (typeof wanted !== "object" || typeof found !== "object" || wanted === null || found === null) {
    return `${path} is ${String(found)} instead of ${String(wanted)}`;
  }
  const keys = Object.keys(wanted);
  if (Array.isArray(wanted) && wanted.length !== Object.keys(found).length)
    return `${path} has another length`;
  for (const key of keys) {
    const inner = difference(Reflect.get(wanted, key), Reflect.get(found, key), `${path}.${key}`);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

test("updating equals parsing, edit upon edit", () => {
  const samples = sampleTexts().filter((text) => text.length < 5000);
  const sample = (random: Random): string => samples[random.below(samples.length)] ?? "";
  const wrong: string[] = [];
  for (let seed = 0; seed < 1000; seed++) {
    const random = randomFrom(seed);
    const text = random.oneIn(3) ? generate(random) + generate(random) : sample(random) + sample(random);
    let file = parse(text);
    for (let count = 0; count < 6; count++) {
      const edit = randomEdit(random, file.text);
      const before = file.text;
      file = edited(file, edit);
      const found = difference(parse(file.text), file);
      if (found !== undefined)
        wrong.push(`${found} after ${JSON.stringify(edit)} in ${JSON.stringify(before)}`);
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

const blocks = Array.from({ length: 50 }, (_, index) => `b${index} "x" {\n  a = 1\n}\n\n`).join("");

test("items before the change are the same objects", () => {
  const before = parse(blocks);
  const after = edited(before, { start: blocks.indexOf("b25"), end: blocks.indexOf("b25"), inserted: "x" });
  expect(after.body.items.slice(0, 24).every((item, index) => item === before.body.items[index])).toBe(true);
  expect(after.body.items[25]).not.toBe(before.body.items[25]);
});

test("items behind a change that keeps the length are the same objects", () => {
  const before = parse(blocks);
  const at = blocks.indexOf("1", blocks.indexOf("b25 "));
  const after = edited(before, { start: at, end: at + 1, inserted: "2" });
  expect(after.body.items.slice(26).every((item, index) => item === before.body.items[index + 26])).toBe(
    true,
  );
});

test("only what is touched is read: a change in the middle leaves few new objects", () => {
  const before = parse(blocks);
  const at = blocks.indexOf("1", blocks.indexOf("b25 "));
  const after = edited(before, { start: at, end: at + 1, inserted: "2" });
  expect(after.body.items.filter((item, index) => item !== before.body.items[index]).length).toBeLessThan(4);
});

test("a block left open, and closed again, leaves the file as it was", () => {
  const opened = edited(parse(blocks), {
    start: blocks.indexOf("b25"),
    end: blocks.indexOf("b25"),
    inserted: "new {\n\n",
  });
  expect(opened.problems.map((problem) => problem.summary)).toEqual(["Unclosed configuration block"]);
  const at = opened.text.indexOf("new {\n\n") + 6;
  const closed = edited(opened, { start: at, end: at, inserted: "}\n" });
  expect(closed.problems).toEqual([]);
  expect(difference(parse(closed.text), closed)).toBeUndefined();
});

test("a file from elsewhere is parsed as a whole", () => {
  const foreign: SourceFile = { ...parse("a = 1\n") };
  expect(difference(parse("a = 12\n"), edited(foreign, { start: 5, end: 5, inserted: "2" }))).toBeUndefined();
});
