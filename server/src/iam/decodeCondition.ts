/**
 * Reads the `Condition` of a statement.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
import type { Location } from "../base/location.ts";
import { nullOperator } from "./condition/Null.ts";
import { properName } from "./condition/table.ts";
import { isPresent, readScalars, reportRepeated, unknownItems } from "./elements.ts";
import type { Condition, OperatorUse, UnknownItems } from "./policy.ts";
import type { ReportProblem } from "./problem.ts";
import { dependence, describe, knownText } from "./symbolic.ts";
import type { ObjectEntry, Value } from "./value.ts";

export function decodeConditions(
  value: Value | undefined,
  report: ReportProblem,
): readonly (Condition | UnknownItems<Condition>)[] {
  if (value === undefined) return [];
  if (value.kind === "unknown") return [unknownItems(value, report, decodeConditions)];
  if (value.kind !== "object") {
    report("condition-not-object", value.kind, value.origin);
    return [];
  }
  reportRepeated(value, report);
  return value.entries.flatMap((entry) => decodeUnderOperator(entry, report));
}

/** `ForAnyValue:StringLikeIfExists`, whatever its case; the name stays as written where it is no operator. */
export function readOperator(text: string, origin: Location | undefined): OperatorUse {
  const [, qualifier, written = text] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/is.exec(text) ?? [];
  const base = written.replace(/IfExists$/i, "");
  return {
    name: properName(base) ?? written,
    qualifier: qualifier === undefined ? undefined : properQualifier(qualifier),
    ifExists: properName(base) !== undefined && base !== written,
    origin,
  };
}

function properQualifier(qualifier: string): "ForAllValues" | "ForAnyValue" {
  return qualifier.toLowerCase() === "forallvalues" ? "ForAllValues" : "ForAnyValue";
}

function decodeUnderOperator(
  entry: ObjectEntry,
  report: ReportProblem,
): readonly (Condition | UnknownItems<Condition>)[] {
  const { key, keyOrigin, value } = entry;
  const name = knownText(key);
  if (name === undefined) {
    return [
      { kind: "unknown", reason: dependence("which operator a condition has", key), origin: keyOrigin },
    ];
  }
  const operator = readOperator(name, keyOrigin);
  if (properName(operator.name) === undefined) report("operator-unknown", name, keyOrigin);
  if (operator.name === nullOperator && operator.ifExists) report("null-if-exists", name, keyOrigin);
  if (value.kind === "unknown") {
    return [
      unknownItems(value, report, (one, inside) => decodeUnderOperator({ ...entry, value: one }, inside)),
    ];
  }
  if (!isPresent(entry, report)) return [];
  if (value.kind !== "object") {
    report("condition-not-object", value.kind, value.origin);
    return [];
  }
  checkKeys(value.entries, report);
  return value.entries.filter((one) => isPresent(one, report)).map((one) => decodeKey(one, operator, report));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html: quotes are optional here. */
function decodeKey(
  { key, keyOrigin, value }: ObjectEntry,
  operator: OperatorUse,
  report: ReportProblem,
): Condition {
  const values = readScalars(value, describe(key), report);
  return { kind: "condition", operator, key, keyOrigin, values, origin: value.origin };
}

function checkKeys(entries: readonly ObjectEntry[], report: ReportProblem): void {
  const seen = new Set<string>();
  for (const { key, keyOrigin } of entries) {
    const name = knownText(key);
    if (name === undefined) continue;
    if (seen.has(name.toLowerCase())) report("condition-key-repeated", name, keyOrigin);
    seen.add(name.toLowerCase());
  }
}
