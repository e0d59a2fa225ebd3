/** `!a`, `-a`, `a + b`, `a == b`, `a && b` and their like. */
import type { BinaryOperation, BinaryOperator, UnaryOperation } from "../../hcl/ast.ts";
import type { Location } from "../../base/location.ts";
import type { BigFloat } from "../bigFloat.ts";
import type { Scope } from "../scope.ts";
import type { Type } from "../type.ts";
import type { NumberValue, UnknownValue, Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import { assertNever } from "../../base/assertNever.ts";
import { between, mapChoice, overChoices } from "../choice.ts";
import { add, compare, divide, isReasonable, modulo, multiply, negate, subtract } from "../bigFloat.ts";
import { convert } from "../convert.ts";
import { equal } from "../equal.ts";
import { boolType, numberType } from "../type.ts";
import {
  boolValue,
  errorValue,
  firstUnknown,
  isError,
  mergeOrigins,
  numberValue,
  unknownValue,
} from "../value.ts";
import { negated, operandText, symbolText } from "../symbolText.ts";
import { locationOf } from "./location.ts";

export function evaluateUnary(node: UnaryOperation, scope: Scope, evaluate: Evaluate): Value {
  const type = node.operator === "!" ? boolType : numberType;
  const operand = asOperand(evaluate(node.operand, scope), type, locationOf(node, scope));
  return node.operator === "!" ? opposite(operand) : negative(operand);
}

function opposite(value: Value): Value {
  if (value.kind === "bool") return boolValue(!value.value, value.origins);
  if (value.kind !== "unknown") return value;
  const { reason, origins, choice } = value;
  const name = symbolText(value);
  const symbol = name === undefined ? undefined : { id: negated(name), type: boolType };
  const whole = unknownValue(reason, boolType, origins, symbol);
  return choice ? mapChoice(whole, choice, opposite) : whole;
}

function negative(value: Value): Value {
  if (value.kind === "number") return numberValue(negate(value.value), value.origins);
  if (value.kind !== "unknown") return value;
  const name = symbolText(value);
  const symbol = name === undefined ? undefined : { id: `-${name}`, type: numberType };
  return unknownValue(value.reason, numberType, value.origins, symbol);
}

export function evaluateBinary(node: BinaryOperation, scope: Scope, evaluate: Evaluate): Value {
  const left = evaluate(node.left, scope);
  const right = evaluate(node.right, scope);
  const at = locationOf(node, scope);
  const result = overChoices([left, right], ([one = left, other = right]) =>
    operate(node.operator, one, other, at),
  );
  return isError(result) ? { ...result, type: resultType(node.operator), symbol: undefined } : result;
}

/** Known even where the operation fails. */
function resultType(operator: BinaryOperator): Type {
  return ["+", "-", "*", "/", "%"].includes(operator) ? numberType : boolType;
}

/** The operand as the type that the operator takes; null is an error. */
function asOperand(value: Value, type: Type, at: Location): Value {
  if (isError(value)) return value;
  const operand = convert(value, type);
  if (isError(operand)) return errorValue(`Unsuitable operand: ${operand.reason.message}.`, at);
  return operand.kind === "null" ? errorValue("The operand must not be null.", at) : operand;
}

function operate(operator: BinaryOperator, left: Value, right: Value, at: Location): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  switch (operator) {
    case "==":
    case "!=":
      return compareEqual(operator, left, right, at);
    case "&&":
    case "||":
      return combine(operator, asOperand(left, boolType, at), asOperand(right, boolType, at), at);
    default:
      return calculate(operator, asOperand(left, numberType, at), asOperand(right, numberType, at), at);
  }
}

function compareEqual(operator: "==" | "!=", left: Value, right: Value, at: Location): Value {
  const answer = equal(left, right);
  if (answer === undefined) return undecided(operator, [left, right], boolType, at);
  return boolValue(answer === (operator === "=="), mergeOrigins([left, right]));
}

/** One side decides alone when it is known: `true || unknown` is true. */
function combine(operator: "&&" | "||", left: Value, right: Value, at: Location): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  const decisive = operator === "||";
  for (const side of [left, right]) {
    if (side.kind === "bool" && side.value === decisive) return boolValue(decisive, side.origins);
  }
  if (left.kind === "bool" && right.kind === "bool") return boolValue(!decisive, mergeOrigins([left, right]));
  const value = undecided(operator, [left, right], boolType, at);
  return decisive
    ? between(value, left, boolValue(true), right)
    : between(value, left, right, boolValue(false));
}

/** The same operation on the same operands is the same value. */
function undecided(
  operator: BinaryOperator,
  operands: readonly [Value, Value],
  type: Type,
  at: Location,
): UnknownValue {
  const reason = operands.map(firstUnknown).find((found) => found !== undefined);
  const [left, right] = [operandText(operands[0]), operandText(operands[1])];
  const isNamed = left !== undefined && right !== undefined;
  const symbol = isNamed ? { id: operationText(operator, left, right), type } : undefined;
  return unknownValue(reason ?? { kind: "known after apply", subject: "", at }, type, [at], symbol);
}

function operationText(operator: BinaryOperator, left: string, right: string): string {
  return operator === "!=" ? negated(`(${left} == ${right})`) : `(${left} ${operator} ${right})`;
}

type Calculation = Exclude<BinaryOperator, "==" | "!=" | "&&" | "||">;

function calculate(operator: Calculation, left: Value, right: Value, at: Location): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (left.kind === "number" && right.kind === "number") return calculateNumbers(operator, left, right, at);
  return undecided(operator, [left, right], resultType(operator), at);
}

function calculateNumbers(operator: Calculation, left: NumberValue, right: NumberValue, at: Location): Value {
  const origins = mergeOrigins([left, right]);
  const result = resultOf(operator, left.value, right.value);
  if (result === undefined) return divisionByZero(left.value, at);
  if (typeof result === "boolean") return boolValue(result, origins);
  return isReasonable(result)
    ? numberValue(result, origins)
    : unknownValue({ kind: "too large", subject: "", at }, numberType);
}

/** Infinity is a number for Terraform, but none that anything could be done with. */
function divisionByZero(dividend: BigFloat, at: Location): Value {
  if (dividend.mantissa === 0n) return errorValue("Can't divide zero by zero.", at);
  return unknownValue({ kind: "unsupported function", subject: "an infinite number", at }, numberType);
}

/** Undefined for a division by zero. */
function resultOf(operator: Calculation, a: BigFloat, b: BigFloat): BigFloat | boolean | undefined {
  switch (operator) {
    case "+":
      return add(a, b);
    case "-":
      return subtract(a, b);
    case "*":
      return multiply(a, b);
    case "/":
      return b.mantissa === 0n ? undefined : divide(a, b);
    case "%":
      return modulo(a, b);
    case "<":
      return compare(a, b) < 0;
    case ">":
      return compare(a, b) > 0;
    case "<=":
      return compare(a, b) <= 0;
    case ">=":
      return compare(a, b) >= 0;
    default:
      return assertNever(operator);
  }
}
