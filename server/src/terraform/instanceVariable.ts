/** What a variable is worth in one instance of its module. */
import type { Location } from "../base/location.ts";
import type { ModuleInstance } from "./moduleInstances.ts";
import { newBudget } from "./scope.ts";
import type { Value } from "./value.ts";
import { variableValue } from "./variableValue.ts";

/** `at` is where an unknown value enters. */
export function variableIn({ module, given, evaluate }: ModuleInstance, name: string, at: Location): Value {
  const value = variableValue(module, name, given(name, newBudget()), (expression, file) =>
    evaluate(expression, file),
  );
  return value(at);
}
