/** What is claimed to be known although symbols are not must hold whatever the symbols turn out to be. */
import { expect, test } from "vitest";
import type { Reference, Resolution } from "../../server/src/terraform/scope.ts";
import { dynamicType, stringType } from "../../server/src/terraform/type.ts";
import type { Value } from "../../server/src/terraform/value.ts";
import { isWhollyKnown, symbolValue } from "../../server/src/terraform/value.ts";
import { evaluateText } from "./kit/evaluateText.ts";
import { formatValue } from "./kit/formatValue.ts";
import { generateExpressions } from "./kit/generate.ts";
import { seededRandom } from "./kit/random.ts";

const seed = 7;
const reason = { kind: "variable without value", subject: "", at: undefined } as const;

/** `text` is known to be a string; of `open` nothing is known. */
const symbols: Readonly<Record<string, Value>> = {
  text: symbolValue({ id: "var.text", type: stringType }, reason),
  open: symbolValue({ id: "var.open", type: dynamicType }, reason),
};

const worlds: readonly Readonly<Record<string, Value>>[] = [
  { text: evaluateText('"a"').value, open: evaluateText('["a", "b"]').value },
  { text: evaluateText('""').value, open: evaluateText("5").value },
  { text: evaluateText('"3"').value, open: evaluateText('{ a = 1, b = "x" }').value },
  { text: evaluateText('"true"').value, open: evaluateText('"k"').value },
];

function resolveIn(values: Readonly<Record<string, Value>>): (reference: Reference) => Resolution {
  return ({ steps }) => {
    const value = values[String(steps[0]?.key)];
    return value === undefined
      ? { value: symbols["open"] ?? evaluateText("null").value, consumed: 1 }
      : { value, consumed: 1 };
  };
}

/** Puts symbols in the place of some literals. */
function withSymbols(expressions: readonly string[]): readonly string[] {
  const random = seededRandom(seed);
  return expressions.map((expression) =>
    expression.replace(/"[a-z]*"|\b\d+\b/g, (literal) => {
      const chance = random.below(6);
      if (chance === 0) return literal.startsWith('"') ? "var.text" : "var.open";
      return chance === 1 && literal.startsWith('"') ? `"x\${var.text}"` : literal;
    }),
  );
}

/** Without types: Terraform too converts a result again once it knows the type of the other one. */
function loosely(value: Value): string {
  return formatValue(value).replace(/"|to(?:list|set|map)\(|\)/g, "");
}

test("known results and failures do not depend on the symbols", () => {
  const expressions = withSymbols(generateExpressions(seed, 30, 3000)).filter((text) =>
    text.includes("var."),
  );
  const wrong: string[] = [];
  let claims = 0;
  for (const expression of expressions) {
    const symbolic = evaluateText(expression, { resolve: resolveIn(symbols) });
    const fails = symbolic.failures.length > 0;
    if (!fails && !isWhollyKnown(symbolic.value)) continue;
    claims++;
    for (const world of worlds) {
      const concrete = evaluateText(expression, { resolve: resolveIn(world) });
      const claim = fails ? "(fails)" : loosely(symbolic.value);
      const truth = concrete.failures.length > 0 ? "(fails)" : loosely(concrete.value);
      // A call that is refused for some values of the symbols says nothing about the others.
      if (claim !== truth && (fails || truth !== "(fails)"))
        wrong.push(`${expression}\n  ${claim}\n  ${truth}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(claims).toBeGreaterThan(100);
});
