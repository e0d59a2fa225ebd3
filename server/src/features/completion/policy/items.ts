/** What may stand in each part of a trust policy for Spacelift. */
import type { CompletionItem } from "../../completionItem.ts";
import type { CompletionContext } from "../context.ts";
import { insertKey, insertLiteralText } from "../insertion.ts";
import type { ValuePlace } from "../place.ts";
import { externalIdItems } from "./externalIds.ts";
import { principalItems } from "./principals.ts";
import { keyName, type PolicySlot } from "./slot.ts";

export function policyItems(
  context: CompletionContext,
  place: ValuePlace,
  slot: PolicySlot,
): readonly CompletionItem[] {
  switch (slot.kind) {
    case "policyKey":
      return keyItems(context, place, policyKeys);
    case "statementKey":
      return keyItems(context, place, statementKeys);
    case "operatorKey":
      return keyItems(context, place, operatorKeys);
    case "conditionKey":
      return keyItems(context, place, conditionKeys);
    case "version":
      return texts(context, place, [["2012-10-17", "the version with policy variables"]]);
    case "effect":
      return texts(context, place, effects);
    case "action":
      return texts(context, place, actions);
    case "operator":
      return texts(context, place, operators);
    case "conditionName":
      return texts(context, place, [["sts:ExternalId", "the external ID that Spacelift sends"]]);
    case "principal":
      return principalItems(context, place);
    case "externalId":
      return externalIdItems(context, place, slot.operator);
  }
}

type Choice = readonly [text: string, detail: string];

const effects: readonly Choice[] = [
  ["Allow", "lets the principal in"],
  ["Deny", "wins over every Allow"],
];

const actions: readonly Choice[] = [
  ["sts:AssumeRole", "what Spacelift calls"],
  ["sts:TagSession", "for tag_assume_role, in a statement of its own without the external ID"],
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: readonly Choice[] = [
  ["StringEquals", "whole external IDs, letter by letter"],
  ["StringLike", "patterns with * and ?"],
];

interface Key {
  /** With quotes where HCL needs them. */
  readonly key: string;
  readonly value: string;
  readonly detail: string;
}

const policyKeys: readonly Key[] = [
  { key: "Version", value: '"2012-10-17"', detail: "the version with policy variables" },
  { key: "Statement", value: "[{\n  $1\n}]", detail: "who may do what" },
];

const statementKeys: readonly Key[] = [
  { key: "Effect", value: '"Allow"', detail: "Allow or Deny" },
  { key: "Principal", value: "{ AWS = $1 }", detail: "who: Spacelift's AWS account" },
  { key: "Action", value: '"sts:AssumeRole"', detail: "what" },
  { key: "Condition", value: "{\n  $1\n}", detail: "with which external IDs" },
  { key: "Sid", value: '"$1"', detail: "a name for the statement" },
];

const operatorKeys: readonly Key[] = operators.map(([key, detail]) => ({
  key,
  value: '{\n  "sts:ExternalId" = $1\n}',
  detail,
}));

const conditionKeys: readonly Key[] = [
  { key: '"sts:ExternalId"', value: "$1", detail: "the external ID that Spacelift sends" },
];

function keyItems(
  { text }: CompletionContext,
  place: ValuePlace,
  keys: readonly Key[],
): readonly CompletionItem[] {
  const present = new Set(
    place.keyOf?.items.filter(({ separator }) => separator).flatMap(({ key }) => keyName(key)),
  );
  return keys
    .filter(({ key }) => !present.has(key.replaceAll('"', "")))
    .map(({ key, value, detail }, index) => ({
      kind: "attribute",
      label: key.replaceAll('"', ""),
      detail,
      documentation: "",
      rank: index,
      retrigger: value.includes("$1"),
      ...insertKey(place, text, key, value),
    }));
}

function texts(
  { text }: CompletionContext,
  place: ValuePlace,
  choices: readonly Choice[],
): readonly CompletionItem[] {
  return choices.map(([label, detail], index) => ({
    kind: "value",
    label,
    detail,
    documentation: "",
    rank: index,
    ...insertLiteralText(place, text, label),
  }));
}
