/** What an expression is worth in a scope. Never throws; errors and unknowns are values. */
import type { Expression } from "../hcl/ast.ts";
import type { Scope } from "./scope.ts";
import type { PlainReason, Value } from "./value.ts";
import { assertNever } from "../base/assertNever.ts";
import { parseDecimal } from "./bigFloat.ts";
import { evaluateCall } from "./expressions/call.ts";
import { evaluateConditional } from "./expressions/conditional.ts";
import { evaluateObject, evaluateTuple } from "./expressions/constructors.ts";
import { evaluateFor } from "./expressions/for.ts";
import { locationOf } from "./expressions/location.ts";
import { evaluateBinary, evaluateUnary } from "./expressions/operators.ts";
import { evaluateSplat } from "./expressions/splat.ts";
import { evaluateTemplate } from "./expressions/template.ts";
import { evaluateTraversal } from "./expressions/traversal.ts";
import { noteFailure } from "./scope.ts";
import { boolValue, isError, nullValue, numberValue, unknownValue } from "./value.ts";

export function evaluate(expression: Expression, scope: Scope): Value {
  const { budget } = scope;
  if (budget.steps <= 0 || budget.depth <= 0) return plainUnknown("too large", expression, scope);
  budget.steps--;
  budget.depth--;
  const value = evaluateNode(expression, scope);
  budget.depth++;
  if (isError(value)) noteFailure(budget, value.reason);
  return value;
}

function evaluateNode(expression: Expression, scope: Scope): Value {
  const origins = [locationOf(expression, scope)];
  switch (expression.kind) {
    case "NullLiteral":
      return nullValue(undefined, origins);
    case "BoolLiteral":
      return boolValue(expression.value, origins);
    case "NumberLiteral": {
      const number = parseDecimal(expression.text);
      return number ? numberValue(number, origins) : plainUnknown("too large", expression, scope);
    }
    case "Parentheses":
      return evaluate(expression.expression, scope);
    case "Template":
      return evaluateTemplate(expression, scope, evaluate);
    case "Variable":
    case "GetAttribute":
    case "Index":
    case "SplatItem":
      return evaluateTraversal(expression, scope, evaluate);
    case "Splat":
      return evaluateSplat(expression, scope, evaluate);
    case "FunctionCall":
      return evaluateCall(expression, scope, evaluate);
    case "Conditional":
      return evaluateConditional(expression, scope, evaluate);
    case "BinaryOperation":
      return evaluateBinary(expression, scope, evaluate);
    case "UnaryOperation":
      return evaluateUnary(expression, scope, evaluate);
    case "TupleConstructor":
      return evaluateTuple(expression, scope, evaluate);
    case "ObjectConstructor":
      return evaluateObject(expression, scope, evaluate);
    case "ForExpression":
      return evaluateFor(expression, scope, evaluate);
    case "MissingExpression":
    case "BogusExpression":
      return plainUnknown("syntax error", expression, scope);
    default:
      return assertNever(expression);
  }
}

function plainUnknown(kind: PlainReason["kind"], expression: Expression, scope: Scope): Value {
  return unknownValue({ kind, subject: "", at: locationOf(expression, scope) });
}
