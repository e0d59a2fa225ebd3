/** The values of a condition: what each asks of a value of the request, and why it matches or does not. */
import { once } from "../../base/once.ts";
import { decide } from "../decide.ts";
import { explainItems } from "../explainItems.ts";
import type { ConditionExplanation, UnknownPart, ValueExplanation } from "../explanation.ts";
import { any, fails, holds, unknownRun, type Truth } from "../formula.ts";
import { matches } from "../matching.ts";
import { partsOf, type PatternPart } from "../pattern.ts";
import type { Condition, Text, UnknownItems } from "../policy.ts";
import { perObject } from "../../base/remember.ts";
import type { Context, ContextValue } from "../request.ts";
import type { SymbolicString } from "../symbolic.ts";
import { hasVariable, mayHaveVariables, replaceVariables, type Replaced } from "../variables.ts";
import { mismatchOf } from "./mismatch.ts";
import { nullOperator, presenceIsAsked } from "./Null.ts";
import type { Comparison, ConditionOperator } from "./operator.ts";
import { operatorNamed } from "./table.ts";

/** The values of a condition, ready to be held against those of requests. */
export interface ReadyValues {
  /** Whether one of them matches. */
  readonly anyMatches: Comparison;
  readonly explain: (actual: ContextValue) => ConditionExplanation["values"];
}

type Read = (value: SymbolicString) => Replaced;

/** `variables` says whether the policy's version has policy variables, which the context fills. */
export function valuesOf(condition: Condition, context: Context, variables: Truth): ReadyValues {
  return (
    valuesWithoutVariables(condition) ??
    readyValues(condition, (value) => readValue(value, context, variables))
  );
}

/** The same in each request; undefined where the request's own values may go into them. */
const valuesWithoutVariables = perObject((condition: Condition): ReadyValues | undefined => {
  const { values, operator } = condition;
  const replaces = operatorNamed(operator.name)?.variables === true;
  if (replaces && values.some((value) => value.kind === "text" && hasVariable(value.value))) return undefined;
  return readyValues(condition, asWritten);
});

/** Long lists are mostly whole IDs, so those that end as the request's value does are tried before all others. */
function readyValues(condition: Condition, read: Read): ReadyValues {
  const { values } = condition;
  const made = new Map<Text | UnknownItems<Text>, ReadyValue>();
  const ready = (value: Text | UnknownItems<Text>): ReadyValue => {
    const known =
      made.get(value) ??
      (value.kind === "unknown" ? readyItems(value, ready) : readyValue(value, condition, read));
    made.set(value, known);
    return known;
  };
  const byEnd = once(() => indexByEnd(values));
  const matchesAlone = (value: Text, actual: SymbolicString): boolean => {
    const formula = ready(value).against(actual);
    return formula.kind === "match" && matches(formula.pattern, formula.subject) === "yes";
  };
  return {
    anyMatches: (actual) => {
      const likely = byEnd().get(endOf(actual)) ?? [];
      if (likely.some((value) => matchesAlone(value, actual))) return holds;
      return any(values.map((value) => ready(value).against(actual)));
    },
    explain: (actual) => values.flatMap((value) => ready(value).explain(actual)),
  };
}

function indexByEnd(values: Condition["values"]): ReadonlyMap<string, readonly Text[]> {
  const found = new Map<string, Text[]>();
  for (const value of values) {
    if (value.kind !== "text") continue;
    const end = endOf(value.value);
    const same = found.get(end);
    if (same) same.push(value);
    else found.set(end, [value]);
  }
  return found;
}

/** The text behind the last symbol. */
function endOf(value: SymbolicString): string {
  const last = value[value.length - 1];
  return last?.kind === "text" ? last.text : "";
}

/** A value of the policy, ready to be held against values of a request. */
interface ReadyValue {
  readonly against: Comparison;
  readonly explain: (actual: ContextValue) => readonly (ValueExplanation | UnknownPart)[];
}

type Ready = (value: Text | UnknownItems<Text>) => ReadyValue;

function readyItems(items: UnknownItems<Text>, ready: Ready): ReadyValue {
  return {
    against: (actual) =>
      unknownRun(items, (values) => any(values.map((value) => ready(value).against(actual)))),
    explain: (actual) =>
      explainItems(
        items,
        (value) => ready(value).explain(actual),
        (one) => one.kind === "value" && one.matches === "no",
      ),
  };
}

function asWritten(value: SymbolicString): Replaced {
  return { kind: "parts", parts: partsOf(value) };
}

function readyValue(value: Text, condition: Condition, read: Read): ReadyValue {
  const operator = operatorNamed(condition.operator.name);
  const replaced = read(value.value);
  if (replaced.kind === "unresolved") {
    const mismatch = { kind: "variable-unresolved", variable: replaced.variable } as const;
    return { against: () => fails, explain: () => [{ kind: "value", value, matches: "no", mismatch }] };
  }
  const { parts } = replaced;
  const against = operator?.compare(parts) ?? (() => fails);
  return { against, explain: (actual) => [explainValue(value, condition, operator, parts, actual, against)] };
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
