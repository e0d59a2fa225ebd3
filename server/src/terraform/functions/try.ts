/** `try(expression, …)`: https://developer.hashicorp.com/terraform/language/functions/try */
import { once } from "../../base/once.ts";
import type { Expression } from "../../hcl/ast.ts";
import type { LazyFunction } from "./definition.ts";
import { insteadOfErrors } from "../refusedChoices.ts";
import { locationOf } from "../expressions/location.ts";
import { errorValue, type Value } from "../value.ts";

/** The first argument that Terraform would not refuse; an unknown one may still turn out to be fine. */
export const tryFunction: LazyFunction = {
  evaluateCall(call, scope, evaluate) {
    const { failures } = scope.budget;
    const none = call.args.length === 0 ? "try() needs an argument." : "no expression succeeded";
    const firstOf = ([expression, ...others]: readonly Expression[]): Value => {
      if (!expression) return errorValue(none, locationOf(call, scope));
      const before = failures.length;
      const value = evaluate(expression, scope);
      const failed = failures.splice(before).length > 0;
      return failed
        ? firstOf(others)
        : insteadOfErrors(
            value,
            once(() => firstOf(others)),
          );
    };
    return firstOf(call.args);
  },
};
