/** Writes random texts of the HCL grammar, mostly right ones, with all the freedom that white space has. */
import type { Random } from "./random.ts";

type Writer = (random: Random, depth: number) => string;

/** A random file. */
export function generate(random: Random): string {
  const items = Array.from({ length: 1 + random.below(4) }, () => item(random, 3));
  return (random.oneIn(30) ? "\uFEFF" : "") + items.join("");
}

function item(random: Random, depth: number): string {
  const indent = random.pick(["", "", "  ", "\t", "    "]);
  const line = random.oneIn(3) && depth > 0 ? block(random, depth - 1) : attribute(random, depth);
  return indent + line + lineEnd(random);
}

function lineEnd(random: Random): string {
  return random.pick(["\n", "\n", "\n", "\r\n", " # c\n", " // c\n", " /* c */\n", "\n\n", "\n  \n"]);
}

function attribute(random: Random, depth: number): string {
  const equals = random.pick([" = ", "=", "  = ", " =\t", " /* c */ = "]);
  return name(random) + String(random.below(1000)) + equals + expression(random, depth);
}

function block(random: Random, depth: number): string {
  const labels = Array.from({ length: random.below(3) }, () => label(random));
  const header = [name(random), ...labels].join(random.pick([" ", "  ", "\t"]));
  if (random.oneIn(6)) return `${header} {}`;
  if (random.oneIn(6)) return `${header} { ${attribute(random, 1)} }`;
  const items = Array.from({ length: random.below(4) }, () => item(random, depth));
  return `${header} {${lineEnd(random)}${items.join("")}}`;
}

function label(random: Random): string {
  return random.pick([
    '"a"',
    '"b c"',
    "bare",
    '"with \\"quotes\\""',
    '"$x"',
    '"%%{x}"',
    '"$${x}"',
    '""',
    '"é"',
  ]);
}

function name(random: Random): string {
  return random.pick([
    "a",
    "b",
    "foo",
    "foo-bar",
    "größe",
    "_x",
    "for",
    "in",
    "if",
    "null",
    "true",
    "x1",
    "日本",
  ]);
}

const leaves: readonly [Writer, ...Writer[]] = [
  name,
  () => "1",
  () => "1.5",
  () => "1e5",
  () => "1E-5",
  () => "0012",
  () => "true",
  () => "null",
  () => '""',
  () => '"text"',
  () => '"\\n\\t\\"\\\\\\u00e9\\U0001F600"',
  () => '"$ % $$ %% $${x} %%{x} $$${x} %%%%{x}"',
  () => "[]",
  () => "{}",
];

const branches: readonly [Writer, ...Writer[]] = [
  (r, d) => `${expression(r, d)}${gap(r)}${operator(r)}${gap(r)}${expression(r, d)}`,
  (r, d) => `${r.pick(["-", "!", "!!", "--"])}${expression(r, d)}`,
  (r, d) => `(${line(r)}${expression(r, d)}${line(r)})`,
  (r, d) => `${expression(r, d)} ? ${expression(r, d)} : ${expression(r, d)}`,
  (r, d) => `${expression(r, d)}${traversal(r, d)}`,
  (r, d) => `${name(r)}${traversal(r, d)}${traversal(r, d)}`,
  call,
  tuple,
  object,
  listFor,
  objectFor,
  quoted,
  quoted,
  heredoc,
];

function expression(random: Random, depth: number): string {
  if (depth <= 0 || random.oneIn(4)) return random.pick(leaves)(random, 0);
  return random.pick(branches)(random, depth - 1);
}

function gap(random: Random): string {
  return random.pick([" ", "", "  ", " /* c */ "]);
}

function line(random: Random): string {
  return random.pick(["", "", "", " ", "\n", "\r\n", " # c\n", "\n\n  "]);
}

function operator(random: Random): string {
  return random.pick(["+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||"]);
}

function traversal(random: Random, depth: number): string {
  return random.pick<Writer>([
    () => `.${name(random)}`,
    () => ".0",
    () => ".*",
    () => "[*]",
    () => ".*.a",
    () => `[${line(random)}${expression(random, depth - 1)}${line(random)}]`,
    () => '["k"]',
    () => ". a",
    () => ".0.1",
  ])(random, depth);
}

function call(random: Random, depth: number): string {
  const args = list(random, depth);
  const namespace = random.oneIn(6) ? "a::b::" : "";
  const end = args === "" ? "" : random.pick(["", "", ",", "...", `,${line(random)}`]);
  return `${namespace}${name(random)}(${line(random)}${args}${end}${line(random)})`;
}

function list(random: Random, depth: number): string {
  const elements = Array.from({ length: random.below(4) }, () => expression(random, depth - 1));
  return elements.join(`${line(random)},${line(random)}`);
}

function tuple(random: Random, depth: number): string {
  const elements = list(random, depth);
  return `[${line(random)}${elements}${elements !== "" && random.oneIn(3) ? "," : ""}${line(random)}]`;
}

function object(random: Random, depth: number): string {
  const items = Array.from({ length: random.below(4) }, () => objectItem(random, depth));
  const separator = random.pick([", ", "\n", ",\n", " # c\n", "\r\n"]);
  return `{${line(random)}${items.join(separator)}${line(random)}}`;
}

function objectItem(random: Random, depth: number): string {
  const key = random.pick<Writer>([
    name,
    () => '"q"',
    () => `(${expression(random, depth - 1)})`,
    () => "1",
    () => '"${x}"',
  ])(random, 0);
  return `${key}${random.pick([" = ", ": ", "=", " : "])}${expression(random, depth - 1)}`;
}

function forNames(random: Random): string {
  return random.pick(["x", "k, v", "k,v", "k , v"]);
}

function condition(random: Random, depth: number): string {
  return random.oneIn(3) ? ` if ${expression(random, depth - 1)}` : "";
}

function listFor(random: Random, depth: number): string {
  const value = expression(random, depth - 1);
  return `[${line(random)}for ${forNames(random)} in ${expression(random, depth - 1)} :${line(random)} ${value}${condition(random, depth)}${line(random)}]`;
}

function objectFor(random: Random, depth: number): string {
  const group = random.oneIn(4) ? "..." : "";
  const key = random.oneIn(12) ? "" : `${expression(random, depth - 1)} => `;
  return `{${line(random)}for ${forNames(random)} in ${expression(random, depth - 1)} : ${key}${expression(random, depth - 1)}${group}${condition(random, depth)}${line(random)}}`;
}

function quoted(random: Random, depth: number): string {
  return `"${parts(random, depth, ["text", " ", "é", "\\n", "$", "%", "$${", "%%{", "#", "'", "/*", "}", "$$"])}"`;
}

function parts(random: Random, depth: number, literals: readonly [string, ...string[]]): string {
  return Array.from({ length: random.below(5) }, () => part(random, depth, literals)).join("");
}

function part(random: Random, depth: number, literals: readonly [string, ...string[]]): string {
  const open = random.oneIn(6) ? "~" : "";
  const close = random.oneIn(6) ? "~" : "";
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      return `\${${open}${line(random)}${expression(random, depth - 1)}${line(random)}${close}}`;
    case 3:
      return `%{${open} if ${expression(random, depth - 1)} ${close}}${random.pick(literals)}%{ ${random.pick(["else }x%{ endif", "endif"])} }`;
    case 4:
      return `%{ for ${forNames(random)} in ${expression(random, depth - 1)} ${close}}${random.pick(literals)}%{${open} endfor }`;
    default:
      return random.pick(literals);
  }
}

function heredoc(random: Random, depth: number): string {
  const dash = random.pick(["", "-"]);
  const lineBreak = random.pick(["\n", "\n", "\r\n"]);
  const lines = Array.from(
    { length: random.below(4) },
    () =>
      random.pick(["", "  ", "    ", "\t"]) +
      parts(random, depth, ["text", " ", '"', "\\", "$", "$${", "EOT ", "}", "%", "#"]) +
      lineBreak,
  );
  const indent = random.pick(["", "  ", "    "]);
  const end = random.pick(["", "", " "]);
  return `<<${dash}EOT${lineBreak}${lines.join("")}${indent}EOT${end}${random.oneIn(3) ? lineBreak : "\n"}`;
}
