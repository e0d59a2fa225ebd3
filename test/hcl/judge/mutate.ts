/** Damages a text a little, as typing, pasting and merging do. */
import type { Random } from "./random.ts";

const insertions = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  '"',
  "'",
  "`",
  "\n",
  "\r\n",
  "\r",
  "${",
  "%{",
  "~}",
  "${~",
  "<<EOT\n",
  "<<-EOT\n",
  "EOT\n",
  "\\",
  "*",
  ".",
  "...",
  ",",
  "=",
  "==",
  "=>",
  ":",
  "::",
  "?",
  "!",
  "-",
  "+",
  "/",
  "%",
  "&",
  "|",
  "~",
  "^",
  ";",
  "#",
  "//",
  "/*",
  "*/",
  " ",
  "\t",
  "0",
  "1.2.3",
  "for ",
  " in ",
  " if ",
  "a",
  "é",
  "\u0000",
  "\uFEFF",
  "\u00a0",
  "$",
  "$${",
  "\\u12",
  "\\x",
  "<<<<<<< HEAD\n",
  "a = 1\n",
  "b {\n",
  "}\n",
  "%{ if x }",
  "%{ endif }",
  "%{ else }",
  "[*]",
  ".*",
  "a.0.1",
] as const;

type Mutation = (random: Random, text: string) => string;

const remove: Mutation = (random, text) => {
  const [start, end] = range(random, text);
  return text.slice(0, start) + text.slice(end);
};

const duplicate: Mutation = (random, text) => {
  const [start, end] = range(random, text);
  return text.slice(0, end) + text.slice(start);
};

const swap: Mutation = (random, text) => {
  const [start, middle] = range(random, text);
  const end = Math.min(text.length, middle + 1 + random.below(10));
  return text.slice(0, start) + text.slice(middle, end) + text.slice(start, middle) + text.slice(end);
};

const truncate: Mutation = (random, text) => text.slice(0, random.below(text.length + 1));

const insert: Mutation = (random, text) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(insertions) + text.slice(at);
};

const cutLine: Mutation = (random, text) => {
  const at = random.below(text.length + 1);
  const lineEnd = text.indexOf("\n", at);
  return text.slice(0, at) + (lineEnd < 0 ? "" : text.slice(lineEnd));
};

function range(random: Random, text: string): readonly [start: number, end: number] {
  const start = random.below(text.length + 1);
  const length = random.oneIn(4) ? random.below(60) : 1 + random.below(3);
  return [start, Math.min(text.length, start + length)];
}

/** `text` with one to three mutations. */
export function mutate(random: Random, text: string): string {
  let mutated = text;
  for (let count = 1 + (random.oneIn(3) ? random.below(3) : 0); count > 0; count--) {
    mutated = random.pick([remove, duplicate, swap, truncate, insert, insert, insert, cutLine])(
      random,
      mutated,
    );
  }
  return mutated;
}
