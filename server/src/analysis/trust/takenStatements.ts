/**
 * What `aws_iam_policy_document` takes in of a document that it is given as JSON. It reads the document into structures
 * of its own, which are stricter than IAM, and leave out what they have no place for.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/iam/policy_model.go
 */
import { mapChoice } from "../../iam/choice.ts";
import { knownText } from "../../iam/symbolic.ts";
import type { ObjectEntry, Refusal, RefusedValue, UnknownValue, Value } from "../../iam/value.ts";

export function takenStatements(document: Value): readonly Value[] {
  switch (document.kind) {
    case "object":
      return document.entries.flatMap(takenElement);
    case "unknown":
      return [takenEach(document, takenStatements)];
    case "string":
      return knownText(document.value) === "" ? [] : [notJson(document)];
    case "null":
      return [];
    case "refused":
      return [document];
    case "list":
    case "number":
    case "bool":
      return [refused("policy-not-object", document)];
  }
}

function notJson(document: Value & { readonly kind: "string" }): RefusedValue {
  const { slip } = document;
  if (!slip) return refused("policy-not-object", document);
  return {
    ...refused(`json-${slip.kind}`, document),
    detail: slip.text,
    origin: slip.at ?? document.origin,
  };
}

function takenElement({ key, keyOrigin, value }: ObjectEntry): readonly Value[] {
  const name = knownText(key);
  if (name === undefined)
    return [{ kind: "unknown", reason: "the name of an element is not known", origin: keyOrigin }];
  return name === "Statement" ? takenList(value, keyOrigin) : [];
}

function takenList(value: Value, keyOrigin: ObjectEntry["keyOrigin"]): readonly Value[] {
  if (value.kind === "list") return value.items.map(takenStatement);
  if (value.kind === "unknown") return [takenEach(value, (one) => takenList(one, keyOrigin))];
  if (value.kind === "null") return [];
  return [{ ...refused("statements-not-listed", value), origin: keyOrigin ?? value.origin }];
}

/** What is null counts as absent. */
function takenStatement(statement: Value): Value {
  if (statement.kind === "unknown") return takenEach(statement, (one) => [takenStatement(one)]);
  if (statement.kind !== "object") return statement;
  const entries = presentIn(statement.entries).map((entry) =>
    knownText(entry.key) === "Condition" ? { ...entry, value: takenConditions(entry.value) } : entry,
  );
  return { ...statement, entries };
}

/** Of a condition a number is left out too. */
function takenConditions(condition: Value): Value {
  if (condition.kind !== "object") return condition;
  const operators = presentIn(condition.entries).map((operator) => ({
    ...operator,
    value:
      operator.value.kind === "object"
        ? {
            ...operator.value,
            entries: presentIn(operator.value.entries).filter(({ value }) => value.kind !== "number"),
          }
        : operator.value,
  }));
  return { ...condition, entries: operators };
}

function presentIn(entries: readonly ObjectEntry[]): readonly ObjectEntry[] {
  return entries.filter(({ value }) => value.kind !== "null");
}

function takenEach(value: UnknownValue, take: (value: Value) => readonly Value[]): UnknownValue {
  return value.choice
    ? { ...value, choice: mapChoice(value.choice, (values) => values.flatMap(take)) }
    : value;
}

function refused(reason: Refusal, { kind, origin }: Value): RefusedValue {
  return { kind: "refused", reason, detail: kind, origin, isCertain: true };
}
