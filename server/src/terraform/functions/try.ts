/** `try(expression, …)`: https://developer.hashicorp.com/terraform/language/functions/try */
import type { LazyFunction } from "./definition.ts";
import { locationOf } from "../expressions/location.ts";
import { errorValue } from "../value.ts";

/** The first argument that Terraform would not refuse; an unknown one may still turn out to be fine. */
export const tryFunction: LazyFunction = {
  evaluateCall(call, scope, evaluate) {
    const { failures } = scope.budget;
    for (const expression of call.args) {
      const before = failures.length;
      const value = evaluate(expression, scope);
      if (failures.splice(before).length === 0) return value;
    }
    const at = locationOf(call, scope);
    return errorValue(call.args.length === 0 ? "try() needs an argument." : "no expression succeeded", at);
  },
};
