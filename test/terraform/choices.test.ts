/** What is said of a value that depends on conditions is what it is worth once they are answered. */
import { expect, test } from "vitest";
import { alternativesOf } from "../../server/src/terraform/alternatives.ts";
import type { Reference, Resolution } from "../../server/src/terraform/scope.ts";
import { boolType } from "../../server/src/terraform/type.ts";
import {
  boolValue,
  isError,
  isWhollyKnown,
  symbolValue,
  type Value,
} from "../../server/src/terraform/value.ts";
import { evaluateText } from "./kit/evaluateText.ts";
import { formatValue } from "./kit/formatValue.ts";
import { generateExpressions } from "./kit/generate.ts";
import { seededRandom } from "./kit/random.ts";

const seed = Number(process.env["CHOICES_SEED"] ?? 11);
const names = ["a", "b"] as const;

type Answers = Readonly<Record<(typeof names)[number], boolean>>;

const reason = { kind: "variable without value", subject: "", at: undefined } as const;
const every: readonly Answers[] = [true, false].flatMap((a) => [true, false].map((b) => ({ a, b })));

function resolveWith(value: (name: string) => Value): (reference: Reference) => Resolution {
  return ({ steps }) => ({ value: value(String(steps[0]?.key)), consumed: 1 });
}

const open = resolveWith((name) => symbolValue({ id: `var.${name}`, type: boolType }, reason));
const answered = (answers: Answers): ((reference: Reference) => Resolution) =>
  resolveWith((name) => boolValue(name === "a" ? answers.a : answers.b));

/** Puts conditionals in the place of some literals. */
function withConditions(expressions: readonly string[]): readonly string[] {
  const random = seededRandom(seed);
  const condition = (): string =>
    random.pick(["var.a", "var.b", "!var.a", "var.a && var.b", "var.a || !var.b"]);
  return expressions.map((expression) =>
    expression.replace(/"[a-z]*"|\b\d+\b/g, (literal) => {
      if (random.below(4) > 0) return literal;
      const other = literal.startsWith('"') ? '"q"' : "7";
      const chosen = `${condition()} ? ${literal} : ${other}`;
      return literal.startsWith('"') && random.below(2) === 0 ? `"x\${${chosen}}"` : `(${chosen})`;
    }),
  );
}

/** Without types: Terraform converts a result again once it knows the type of the other one. */
function loosely(value: Value): string {
  return formatValue(value).replace(/"|to(?:list|set|map)\(|\)| \/\* .*? \*\//g, "");
}

test("a value under each answer is what the answer makes it", () => {
  const expressions = withConditions(generateExpressions(seed, 60, 8000)).filter((text) =>
    text.includes("var."),
  );
  const wrong: string[] = [];
  let claims = 0;
  for (const expression of expressions) {
    const { value } = evaluateText(expression, { resolve: open });
    for (const answers of every) {
      const facts = names.map((name) => ({ condition: `var.${name}`, holds: answers[name] }));
      const [only, ...others] = alternativesOf(value, facts);
      if (!only || others.length > 0 || isError(only.value) || !isWhollyKnown(only.value)) continue;
      const { value: worth, failures } = evaluateText(expression, { resolve: answered(answers) });
      // What Terraform refuses comes to nothing.
      if (failures.length > 0) continue;
      claims++;
      const [said, is] = [loosely(only.value), loosely(worth)];
      if (said !== is) wrong.push(`${expression} with ${JSON.stringify(answers)}: ${said}, is ${is}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(claims).toBeGreaterThan(2000);
});
