/** Expressions for the comparison with Terraform: calls of every function, operators, and compositions. */
import type { PoolName } from "./pools.ts";
import { pools } from "./pools.ts";
import type { Random } from "./random.ts";
import { seededRandom } from "./random.ts";
import type { Signature } from "./signatures.ts";
import { signatures } from "./signatures.ts";

const poolNames: readonly [PoolName, ...PoolName[]] = [
  "any",
  "text",
  "number",
  "whole",
  "bool",
  "list",
  "strings",
  "map",
];
const operators: readonly [string, ...string[]] = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "==",
  "!=",
  "<",
  ">",
  "<=",
  ">=",
  "&&",
  "||",
];

/** `calls` for each function, `compositions` of several things. */
export function generateExpressions(seed: number, calls: number, compositions: number): readonly string[] {
  const random = seededRandom(seed);
  const found: string[] = [];
  for (const [name, signature] of Object.entries(signatures)) {
    for (let count = 0; count < calls; count++) found.push(call(name, signature, random, 0));
  }
  for (let count = 0; count < compositions; count++) found.push(composition(random, 2));
  return [...new Set(found)];
}

function call(name: string, { parameters, more = 0 }: Signature, random: Random, depth: number): string {
  const last = parameters.at(-1);
  const extra = last === undefined ? [] : Array.from({ length: random.below(more + 1) }, () => last);
  const kinds = [...parameters, ...extra];
  // Now and then an argument is missing or one is too many.
  const wrong = random.below(25);
  if (wrong === 0) kinds.pop();
  if (wrong === 1) kinds.push("any");
  const args = kinds.map((kind) => argument(kind, random, depth));
  const expand = wrong === 2 && args.length > 0 ? "..." : "";
  return `${name}(${args.join(", ")}${expand})`;
}

function argument(kind: PoolName, random: Random, depth: number): string {
  if (depth > 0 && random.below(3) === 0) return composition(random, depth - 1);
  return random.pick(pools[random.below(7) === 0 ? random.pick(poolNames) : kind]);
}

const functionNames = Object.keys(signatures);

function composition(random: Random, depth: number): string {
  const value = (): string =>
    depth > 0 ? composition(random, depth - 1) : random.pick(pools[random.pick(poolNames)]);
  switch (random.below(14)) {
    case 0:
      return `(${value()} ${random.pick(operators)} ${value()})`;
    case 1:
      return `(${random.pick(pools.number)} ${random.pick(operators)} ${random.pick(pools.number)})`;
    case 2:
      return `(${random.pick(pools.bool)} ? ${value()} : ${value()})`;
    case 3:
      return `[for v in ${random.pick(pools.list)} : ${perElement(random)}]`;
    case 4:
      return `[for k, v in ${random.pick(pools.map)} : "\${k}!" if ${random.pick(["true", 'k != "a"', "v != null", '"x"', "null"])}]`;
    case 5:
      return `{ for k, v in ${random.pick([random.pick(pools.map), random.pick(pools.list)])} : k => ${perElement(random)} }`;
    case 6:
      return `{ for v in ${random.pick(pools.strings)} : ${random.pick(["v", "upper(v)", '"same"', "length(v)"])} => v${random.pick(["", "..."])} }`;
    case 7:
      return `"<\${${value()}}>"`;
    case 8:
      return `"%{ if ${random.pick(pools.bool)} ~} yes %{ else ~} no %{~ endif }|%{ for v in ${random.pick(pools.strings)} ~} \${v}; %{ endfor }"`;
    case 9:
      return `${random.pick(pools.list)}${random.pick(["[0]", "[1]", "[*]", "[9]", '["a"]', "[*].a", "[-1]", "[0.5]"])}`;
    case 10:
      return `${random.pick(pools.map)}${random.pick(['["a"]', ".a", "[*]", "[0]", '["missing"]', ".nested.deep[0]", ".b"])}`;
    case 11:
      return `${random.pick(["!", "-"])}${random.pick(pools[random.pick<PoolName>(["bool", "number", "any"])])}`;
    case 12:
      return `{ a = ${value()}, (${random.pick(pools.key)}) = ${value()} }`;
    default: {
      const name = functionNames[random.below(functionNames.length)] ?? "abs";
      return call(name, signatures[name] ?? { parameters: ["any"] }, random, depth);
    }
  }
}

function perElement(random: Random): string {
  return random.pick([
    "v",
    '"${v}"',
    "[v]",
    "{ x = v }",
    "v == null",
    "try(length(v), -1)",
    'can(v.a) ? v.a : "none"',
    "v + 1",
  ]);
}
