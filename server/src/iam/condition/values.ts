/** The values of a condition: what each asks of a value of the request, and why it matches or does not. */
import { decide } from "../decide.ts";
import { explainItems } from "../explainItems.ts";
import type { ConditionExplanation, ValueExplanation } from "../explanation.ts";
import { any, fails, holds, unknownRun, type Truth } from "../formula.ts";
import { matches } from "../matching.ts";
import { partsOf } from "../pattern.ts";
import type { Condition, Text, UnknownItems } from "../policy.ts";
import { perObject } from "../../base/remember.ts";
import type { Context, ContextValue } from "../request.ts";
import type { SymbolicString } from "../symbolic.ts";
import { bracedTexts, hasVariable, mayHaveVariables, replaceVariables, type Replaced } from "../variables.ts";
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
  const replaces = operatorNamed(condition.operator.name)?.variables === true;
  if (replaces && bracedTexts(condition).some(({ value }) => hasVariable(value))) return undefined;
  return readyValues(condition, asWritten);
});

/** Long lists are mostly whole IDs, so those that end as the request's value does are tried before all others. */
function readyValues(condition: Condition, read: Read): ReadyValues {
  const { values } = condition;
  const operator = operatorNamed(condition.operator.name);
  const made = new Map<Text | UnknownItems<Text>, Comparison>();
  const against = (value: Text | UnknownItems<Text>): Comparison => {
    const known =
      made.get(value) ??
      (value.kind === "unknown" ? anyOfItems(value, against) : comparisonWith(read(value.value), operator));
    made.set(value, known);
    return known;
  };
  const matchesAlone = (value: Text, actual: SymbolicString): boolean => {
    const formula = against(value)(actual);
    return formula.kind === "match" && matches(formula.pattern, formula.subject) === "yes";
  };
  const explain = (value: Text | UnknownItems<Text>, actual: ContextValue): ExplainedValues =>
    value.kind === "unknown"
      ? explainItems(value, (one) => explain(one, actual), { isIdle: isNoMatch })
      : [explainValue(value, condition, operator, read(value.value), actual, against(value))];
  return {
    anyMatches: (actual) => {
      const end = endOf(actual);
      const isLikely = (value: Text | UnknownItems<Text>): boolean =>
        value.kind === "string" && endOf(value.value) === end && matchesAlone(value, actual);
      return values.some(isLikely) ? holds : any(values.map((value) => against(value)(actual)));
    },
    explain: (actual) => values.flatMap((value) => explain(value, actual)),
  };
}

/** The text behind the last symbol. */
function endOf(value: SymbolicString): string {
  const last = value[value.length - 1];
  return last?.kind === "literal" ? last.text : "";
}

type Against = (value: Text | UnknownItems<Text>) => Comparison;

function anyOfItems(items: UnknownItems<Text>, against: Against): Comparison {
  return (actual) => unknownRun(items, (values) => any(values.map((value) => against(value)(actual))));
}

function comparisonWith(replaced: Replaced, operator: ConditionOperator | undefined): Comparison {
  return replaced.kind === "parts" && operator ? operator.compare(replaced.parts) : () => fails;
}

type ExplainedValues = ConditionExplanation["values"];

function isNoMatch(explained: ExplainedValues[number]): boolean {
  return explained.kind === "value" && explained.matches === "no";
}

function asWritten(value: SymbolicString): Replaced {
  return { kind: "parts", parts: partsOf(value) };
}

function readValue(value: SymbolicString, context: Context, variables: Truth): Replaced {
  if (variables === "no" || !hasVariable(value)) return asWritten(value);
  return variables === "yes" ? replaceVariables(value, context) : mayHaveVariables(value);
}

function explainValue(
  value: Text,
  condition: Condition,
  operator: ConditionOperator | undefined,
  replaced: Replaced,
  actual: ContextValue,
  against: Comparison,
): ValueExplanation {
  if (replaced.kind === "unresolved") {
    const mismatch = { kind: "variable-unresolved", variable: replaced.variable } as const;
    return { kind: "value", value, matches: "no", mismatch, readAs: partsOf(value.value) };
  }
  const readAs = replaced.parts;
  if (condition.operator.name === nullOperator) {
    const truth =
      actual.kind === "unknown" ? "unknown" : decide(presenceIsAsked(value.value, actual.kind === "absent"));
    return {
      kind: "value",
      value,
      matches: truth,
      mismatch: truth === "no" ? { kind: "differs" } : undefined,
      readAs,
    };
  }
  if (actual.kind === "unknown")
    return { kind: "value", value, matches: "unknown", mismatch: undefined, readAs };
  if (actual.kind === "absent") return { kind: "value", value, matches: "no", mismatch: undefined, readAs };
  const actuals = actual.kind === "single" ? [actual.value] : actual.values;
  const matches = decide(any(actuals.map(against)));
  const mismatch = matches === "no" ? mismatchOf(operator, actuals, readAs) : undefined;
  return { kind: "value", value, matches, mismatch, readAs };
}
