/** Evaluates an expression that a test writes as text. */
import { parse } from "../../../server/src/hcl/parse.ts";
import { evaluate } from "../../../server/src/terraform/evaluate.ts";
import type { Files, Reference, Resolution } from "../../../server/src/terraform/scope.ts";
import { newBudget } from "../../../server/src/terraform/scope.ts";
import type { ErrorReason, Value } from "../../../server/src/terraform/value.ts";
import { errorValue } from "../../../server/src/terraform/value.ts";

export const head = "x = ";

interface Evaluated {
  readonly value: Value;
  /** Every error for which Terraform would refuse the whole expression. */
  readonly failures: readonly ErrorReason[];
}

interface World {
  readonly resolve?: (reference: Reference) => Resolution;
  readonly files?: Files;
}

/** Locations count from the start of `x = …`; a syntax error counts as a failure. */
export function evaluateText(text: string, { resolve = nothing, files }: World = {}): Evaluated {
  const { body, problems } = parse(`${head}${text}\n`);
  const [item] = body.items;
  if (item?.kind !== "Attribute" || problems.length > 0) {
    const message = problems[0]?.summary ?? "no expression";
    return { value: errorValue(message), failures: [{ kind: "error", message, at: undefined }] };
  }
  const budget = newBudget();
  const value = evaluate(item.value, { uri: "file:///test.tf", resolve, files, budget });
  return { value, failures: budget.failures };
}

function nothing({ root }: Reference): Resolution {
  return { value: errorValue(`${root} is not declared`), consumed: 0 };
}
