/** References with the steps behind them, and steps behind any other expression. */
import type { Expression, GetAttribute, Index, SplatItem, Variable } from "../../hcl/ast.ts";
import type { Reference, ReferenceStep, Scope } from "../scope.ts";
import type { Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import { getAttribute, index } from "../access.ts";
import { fromBigInt } from "../bigFloat.ts";
import { isError, numberValue, stringValue, unknownValue } from "../value.ts";
import { locationOf } from "./location.ts";

type Traversal = Variable | GetAttribute | Index | SplatItem;

/** The name under which a scope knows the element that a splat is at: no identifier can be it. */
export const splatItemName = "*";

const position = /^[0-9]+$/;
const wholeNumber = /^[0-9]{1,15}$/;

export function evaluateTraversal(expression: Traversal, scope: Scope, evaluate: Evaluate): Value {
  const reference = referenceFrom(expression, scope);
  if (reference === undefined) return evaluateStep(expression, scope, evaluate);
  const { failures } = scope.budget;
  const before = failures.length;
  const { value, consumed } = scope.resolve(reference);
  // What failed inside the thing is its own affair, and no different when its value is remembered.
  failures.splice(before);
  const { steps } = reference;
  if (steps.length <= consumed) return value;
  return steps.slice(consumed).reduce((from, step) => follow(from, step, scope), value);
}

/** Names work on everything that has attributes; `.0` is the old form of `[0]`. */
function follow(value: Value, { key, quoted, node }: ReferenceStep, scope: Scope): Value {
  const at = locationOf(node, scope);
  if (typeof key === "number") return index(value, numberValue(fromBigInt(BigInt(key))), at);
  return quoted ? index(value, stringValue(key), at) : getAttribute(value, key, at);
}

/** The last step of a traversal that does not start at a name, or whose keys have to be evaluated. */
function evaluateStep(expression: Traversal, scope: Scope, evaluate: Evaluate): Value {
  const at = locationOf(expression, scope);
  if (expression.kind === "Index") {
    const target = evaluate(expression.target, scope);
    const key = evaluate(expression.key, scope);
    return isError(target) ? target : index(target, key, at);
  }
  if (expression.kind === "GetAttribute" && expression.name !== undefined) {
    const target = evaluate(expression.target, scope);
    const { name } = expression.name;
    return position.test(name)
      ? index(target, numberValue(fromBigInt(BigInt(name))), at)
      : getAttribute(target, name, at);
  }
  return unknownValue({ kind: "syntax error", subject: "", at });
}

/** The reference that the traversal is; undefined when it has a step that is not written out. */
function referenceFrom(expression: Expression, scope: Scope): Reference | undefined {
  const steps: ReferenceStep[] = [];
  let current = expression;
  while (current.kind === "GetAttribute" || current.kind === "Index") {
    const step = stepFrom(current);
    if (step === undefined) return undefined;
    steps.push(step);
    current = current.target;
  }
  if (current.kind !== "Variable" && current.kind !== "SplatItem") return undefined;
  const root = current.kind === "Variable" ? current.name : splatItemName;
  return { root, steps: steps.reverse(), at: locationOf(expression, scope) };
}

function stepFrom(node: GetAttribute | Index): ReferenceStep | undefined {
  const key = node.kind === "Index" ? literalKey(node.key) : attributeKey(node);
  return key === undefined ? undefined : { key, quoted: node.kind === "Index", node };
}

function attributeKey({ name }: GetAttribute): string | number | undefined {
  return name !== undefined && wholeNumber.test(name.name) ? Number(name.name) : name?.name;
}

function literalKey(key: Expression): string | number | undefined {
  if (key.kind === "NumberLiteral") return wholeNumber.test(key.text) ? Number(key.text) : undefined;
  if (key.kind !== "Template" || key.heredoc !== undefined) return undefined;
  const [part] = key.parts;
  if (part === undefined) return "";
  return key.parts.length === 1 && part.kind === "TemplateLiteral" ? part.value : undefined;
}
