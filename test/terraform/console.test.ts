/** Holds the evaluator against the real Terraform: what it claims to know must be what Terraform says. */
import { expect, test } from "vitest";
import { tupleValue } from "../../server/src/terraform/value.ts";
import { isWhollyKnown } from "../../server/src/terraform/value.ts";
import { evaluateText } from "./kit/evaluateText.ts";
import { formatValue } from "./kit/formatValue.ts";
import { generateExpressions } from "./kit/generate.ts";
import { evaluateWithTerraform, terraformVersion } from "./kit/terraformConsole.ts";
import { writtenExpressions } from "./kit/writtenExpressions.ts";

const seed = 20_240_229;
const expressions = [...writtenExpressions, ...generateExpressions(seed, 40, 3000)];
const version = terraformVersion();

interface Difference {
  readonly expression: string;
  readonly ours: string;
  readonly terraform: string;
}

test.skipIf(version === undefined)(
  `${expressions.length} expressions have the value that Terraform gives them (${version ?? "terraform is not on the PATH"})`,
  () => {
    const theirs = evaluateWithTerraform(expressions);
    const differences: Difference[] = [];
    const unclaimed: string[] = [];
    for (const [index, expression] of expressions.entries()) {
      const claim = claimOf(expression);
      const terraform = theirs[index] ?? "(fails)\n";
      if (claim === undefined) unclaimed.push(expression);
      else if (claim !== terraform) differences.push({ expression, ours: claim, terraform });
    }
    expect(expressions.length).toBeGreaterThanOrEqual(2000);
    expect(differences).toEqual([]);
    expect(unclaimed.length / expressions.length).toBeLessThan(0.02);
  },
);

/** The printed value; undefined where ours does not claim to know one. */
function claimOf(expression: string): string | undefined {
  const { value, failures } = evaluateText(expression);
  if (failures.length > 0) return "(fails)\n";
  return isWhollyKnown(value) ? `  ${formatValue(tupleValue([value]), 2)},\n` : undefined;
}
