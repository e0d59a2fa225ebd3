/** `templatestring(reference, vars)`: https://developer.hashicorp.com/terraform/language/functions/templatestring */
import type { Expression } from "../../hcl/ast.ts";
import type { LazyFunction } from "./definition.ts";
import { convert } from "../convert.ts";
import { locationOf } from "../expressions/location.ts";
import { renderTemplate } from "../template.ts";
import { stringType } from "../type.ts";
import { asKnownString, errorValue, firstUnknown, unknownValue } from "../value.ts";

export const templatestring: LazyFunction = {
  evaluateCall(call, scope, evaluate) {
    const at = locationOf(call, scope);
    const [reference, variables, ...others] = call.args;
    if (reference === undefined || variables === undefined || others.length > 0) {
      return errorValue("templatestring() takes two arguments.", at);
    }
    if (scope.inTemplate === true) {
      return errorValue("cannot call templatestring from inside another template function", at);
    }
    if (!isReference(reference)) return errorValue("the template must be a reference to a string", at);
    const template = evaluate(reference, scope);
    const values = evaluate(variables, scope);
    const reason = firstUnknown(template) ?? (values.kind === "unknown" ? values.reason : undefined);
    if (reason !== undefined) return unknownValue(reason, stringType, [at]);
    const text = asKnownString(template);
    if (text === undefined) return errorValue("invalid template value: a string is required", at);
    const source = { text, uri: template.origins[0]?.uri ?? scope.uri };
    return convert(renderTemplate(source, values, scope, evaluate), stringType);
  },
};

function isReference(expression: Expression): boolean {
  switch (expression.kind) {
    case "Variable":
      return true;
    case "GetAttribute":
    case "Index":
      return isReference(expression.target);
    case "Splat":
      return isReference(expression.source);
    default:
      return false;
  }
}
