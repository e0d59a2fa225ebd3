/** Whether a request meets a condition: missing keys, several values, set qualifiers and `...IfExists`. */
import { once } from "../../base/once.ts";
import { causesOf, decide } from "../decide.ts";
import type { ConditionExplanation } from "../explanation.ts";
import { all, any, fails, holds, identityOfUnknown, not, open, unknownRun } from "../formula.ts";
import type { Formula, Truth } from "../formula.ts";
import type { Condition, Text, UnknownItems } from "../policy.ts";
import { mentionsInCondition } from "../mentions.ts";
import { contextValue, type Context, type ContextValue } from "../request.ts";
import { dependence, identityOf, knownText, type SymbolicString } from "../symbolic.ts";
import { nullOperator, presenceIsAsked } from "./Null.ts";
import { operatorNamed } from "./table.ts";
import { valuesOf, type ReadyValues } from "./values.ts";

/** Whether the request meets it. `variables` says whether the policy's version has policy variables. */
export function conditionFormula(condition: Condition, context: Context, variables: Truth): Formula {
  return formulaFor(condition, valueUnder(condition.key, context), valuesOf(condition, context, variables));
}

export function explainCondition(
  condition: Condition,
  context: Context,
  variables: Truth,
): ConditionExplanation {
  const actual = valueUnder(condition.key, context);
  const values = valuesOf(condition, context, variables);
  const formula = formulaFor(condition, actual, values);
  const truth = decide(formula);
  const explained = once(() => values.explain(actual));
  return {
    kind: "condition",
    condition,
    holds: truth,
    causes: truth === "unknown" ? causesOf(formula, mentionsInCondition(condition)) : [],
    key: actual.kind === "absent" || actual.kind === "unknown" ? actual.kind : "present",
    get values() {
      return explained();
    },
  };
}

function formulaFor(condition: Condition, actual: ContextValue, values: ReadyValues): Formula {
  const { name, qualifier, ifExists } = condition.operator;
  if (actual.kind === "unknown")
    return open(identityOfCondition(condition), actual.reason, condition.keyOrigin ?? condition.origin);
  if (name === nullOperator) return presence(condition, condition.values, actual.kind === "absent");
  const operator = operatorNamed(name);
  if (operator === undefined) {
    return open(
      identityOfCondition(condition),
      `${name} is no condition operator`,
      condition.operator.origin,
    );
  }
  const held = (value: SymbolicString): Formula => {
    const matched = values.anyMatches(value);
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

function presence(condition: Condition, values: Condition["values"], isAbsent: boolean): Formula {
  if (condition.operator.ifExists) {
    return open(
      identityOfCondition(condition),
      "NullIfExists is no condition operator",
      condition.operator.origin,
    );
  }
  return any(
    values.map((value) =>
      value.kind === "string"
        ? presenceIsAsked(value.value, isAbsent)
        : unknownRun(value, (run) => presence(condition, run, isAbsent)),
    ),
  );
}

function valueUnder(key: SymbolicString, context: Context): ContextValue {
  const name = knownText(key);
  if (name !== undefined) return contextValue(context, name);
  return { kind: "unknown", reason: dependence("which key a condition asks for", key) };
}

function identityOfCondition({ operator, key, values }: Condition): string {
  const { name, qualifier, ifExists } = operator;
  const written = values.map(identityOfItem);
  return `condition ${JSON.stringify([name, qualifier, ifExists, identityOf(key), written])}`;
}

function identityOfItem(value: Text | UnknownItems<Text>): string {
  if (value.kind === "string") return identityOf(value.value);
  const { choice } = value;
  if (!choice) return identityOfUnknown(value);
  return JSON.stringify([
    choice.condition,
    choice.then.map(identityOfItem),
    choice.otherwise.map(identityOfItem),
  ]);
}
