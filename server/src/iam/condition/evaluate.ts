/** Whether a request meets a condition: missing keys, several values, set qualifiers and `...IfExists`. */
import { causesOf, decide } from "../decide.ts";
import type { ConditionExplanation, UnknownPart, ValueExplanation } from "../explanation.ts";
import { all, any, fails, holds, identityOfUnknown, not, open, unknownPart } from "../formula.ts";
import type { Formula, Truth } from "../formula.ts";
import { partsOf, type PatternPart } from "../pattern.ts";
import type { Condition, Text, Unknown } from "../policy.ts";
import { contextValue, type Context, type ContextValue } from "../request.ts";
import { perObject } from "../remember.ts";
import { describe, identityOf, knownText, type SymbolicString } from "../symbolic.ts";
import { hasVariable, mayHaveVariables, replaceVariables, type Replaced } from "../variables.ts";
import { mismatchOf } from "./mismatch.ts";
import { nullOperator, presenceIsAsked } from "./Null.ts";
import type { Comparison, ConditionOperator } from "./operator.ts";
import { operatorNamed } from "./table.ts";

export interface EvaluatedCondition {
  readonly formula: Formula;
  readonly explain: () => ConditionExplanation;
}

/** `variables` says whether the policy's version has policy variables. */
export function evaluateCondition(
  condition: Condition,
  context: Context,
  variables: Truth,
): EvaluatedCondition {
  const actual = valueUnder(condition.key, context);
  const values = valuesOf(condition, context, variables);
  const formula = conditionFormula(condition, actual, values);
  const explain = (): ConditionExplanation => {
    const truth = decide(formula);
    return {
      kind: "condition",
      condition,
      holds: truth,
      causes: truth === "unknown" ? causesOf(formula) : [],
      key: actual.kind === "absent" || actual.kind === "unknown" ? actual.kind : "present",
      values: values.map((value) => value.explain(actual)),
    };
  };
  return { formula, explain };
}

/** A value of the policy, ready to be held against values of a request. */
interface ReadyValue {
  readonly against: Comparison;
  readonly explain: (actual: ContextValue) => ValueExplanation | UnknownPart;
}

function valuesOf(condition: Condition, context: Context, variables: Truth): readonly ReadyValue[] {
  return (
    valuesWithoutVariables(condition) ??
    condition.values.map((value) =>
      readyValue(value, condition, (text) => readValue(text, context, variables)),
    )
  );
}

/** The same in each request; undefined where the request's own values may go into them. */
const valuesWithoutVariables = perObject((condition: Condition): readonly ReadyValue[] | undefined => {
  const { values, operator } = condition;
  const replaces = operatorNamed(operator.name)?.variables === true;
  if (replaces && values.some((value) => value.kind === "text" && hasVariable(value.value))) return undefined;
  return values.map((value) => readyValue(value, condition, asWritten));
});

function asWritten(value: SymbolicString): Replaced {
  return { kind: "parts", parts: partsOf(value) };
}

function conditionFormula(
  condition: Condition,
  actual: ContextValue,
  values: readonly ReadyValue[],
): Formula {
  const { name, qualifier, ifExists } = condition.operator;
  if (actual.kind === "unknown") return open(identityOfCondition(condition), actual.reason, undefined);
  if (name === nullOperator) return presence(condition, actual.kind === "absent");
  const operator = operatorNamed(name);
  if (operator === undefined) {
    return open(
      identityOfCondition(condition),
      `${name} is no condition operator`,
      condition.operator.origin,
    );
  }
  const held = (value: SymbolicString): Formula => {
    const matched = any(values.map(({ against }) => against(value)));
    return operator.negated ? not(matched) : matched;
  };
  if (actual.kind === "absent") {
    if (ifExists || qualifier === "ForAllValues") return holds;
    return operator.negated && qualifier === undefined ? holds : fails;
  }
  const actuals = actual.kind === "single" ? [actual.value] : actual.values;
  if (qualifier === "ForAllValues") return all(actuals.map(held));
  if (qualifier === "ForAnyValue") return any(actuals.map(held));
  if (actual.kind === "single") return held(actual.value);
  const reason =
    "the key can have several values, and the operator says neither ForAllValues nor ForAnyValue";
  return open(identityOfCondition(condition), reason, condition.operator.origin);
}

function presence(condition: Condition, isAbsent: boolean): Formula {
  if (condition.operator.ifExists) {
    return open(
      identityOfCondition(condition),
      "NullIfExists is no condition operator",
      condition.operator.origin,
    );
  }
  return any(
    condition.values.map((value) =>
      value.kind === "text" ? presenceIsAsked(value.value, isAbsent) : unknownPart(value),
    ),
  );
}

function readyValue(
  value: Text | Unknown,
  condition: Condition,
  read: (value: SymbolicString) => Replaced,
): ReadyValue {
  if (value.kind === "unknown") {
    return { against: () => unknownPart(value), explain: () => ({ kind: "unknown", part: value }) };
  }
  const operator = operatorNamed(condition.operator.name);
  const replaced = read(value.value);
  if (replaced.kind === "unresolved") {
    const mismatch = { kind: "variable-unresolved", variable: replaced.variable } as const;
    return { against: () => fails, explain: () => ({ kind: "value", value, matches: "no", mismatch }) };
  }
  const { parts } = replaced;
  const against = operator?.compare(parts) ?? (() => fails);
  return { against, explain: (actual) => explainValue(value, condition, operator, parts, actual, against) };
}

function readValue(value: SymbolicString, context: Context, variables: Truth): Replaced {
  if (variables === "no" || !hasVariable(value)) return asWritten(value);
  return variables === "yes" ? replaceVariables(value, context) : mayHaveVariables(value);
}

function explainValue(
  value: Text,
  condition: Condition,
  operator: ConditionOperator | undefined,
  parts: readonly PatternPart[],
  actual: ContextValue,
  against: Comparison,
): ValueExplanation {
  if (condition.operator.name === nullOperator) {
    const truth =
      actual.kind === "unknown" ? "unknown" : decide(presenceIsAsked(value.value, actual.kind === "absent"));
    return {
      kind: "value",
      value,
      matches: truth,
      mismatch: truth === "no" ? { kind: "differs" } : undefined,
    };
  }
  if (actual.kind === "unknown") return { kind: "value", value, matches: "unknown", mismatch: undefined };
  if (actual.kind === "absent") return { kind: "value", value, matches: "no", mismatch: undefined };
  const actuals = actual.kind === "single" ? [actual.value] : actual.values;
  const matches = decide(any(actuals.map(against)));
  const mismatch = matches === "no" ? mismatchOf(operator, actuals, parts) : undefined;
  return { kind: "value", value, matches, mismatch };
}

function valueUnder(key: SymbolicString, context: Context): ContextValue {
  const name = knownText(key);
  if (name !== undefined) return contextValue(context, name);
  return { kind: "unknown", reason: `which key ${describe(key)} is, is not known` };
}

function identityOfCondition({ operator, key, values }: Condition): string {
  const { name, qualifier, ifExists } = operator;
  const written = values.map((value) =>
    value.kind === "text" ? identityOf(value.value) : identityOfUnknown(value),
  );
  return `condition ${JSON.stringify([name, qualifier, ifExists, identityOf(key), written])}`;
}
