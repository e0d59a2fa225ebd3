/** `can(expression)`: https://developer.hashicorp.com/terraform/language/functions/can */
import type { LazyFunction } from "./definition.ts";
import { locationOf } from "../expressions/location.ts";
import { boolType } from "../type.ts";
import { boolValue, errorValue, firstUnknown, unknownValue } from "../value.ts";

export const can: LazyFunction = {
  evaluateCall(call, scope, evaluate) {
    const at = locationOf(call, scope);
    const [expression, ...others] = call.args;
    if (expression === undefined || others.length > 0) return errorValue("can() takes one argument.", at);
    const { failures } = scope.budget;
    const before = failures.length;
    const value = evaluate(expression, scope);
    if (failures.splice(before).length > 0) return boolValue(false, [at]);
    const reason = firstUnknown(value);
    return reason === undefined ? boolValue(true, [at]) : unknownValue(reason, boolType, [at]);
  },
};
