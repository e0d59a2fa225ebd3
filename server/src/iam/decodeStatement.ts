/** Reads one statement of a trust policy. */
import { decodeConditions } from "./decodeCondition.ts";
import { decodePrincipals } from "./decodePrincipal.ts";
import {
  readElements,
  readOptionalText,
  readText,
  readTexts,
  reportInside,
  unknownItems,
  type Elements,
} from "./elements.ts";
import { decodeRefusal } from "./refusal.ts";
import type { ActionElement, Effect, Statement, Unknown, UnknownItems } from "./policy.ts";
import type { ReportProblem } from "./problem.ts";
import { describe, knownText } from "./symbolic.ts";
import type { ObjectValue, Value } from "./value.ts";

const elementNames = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

/** Nothing for what is no statement. */
export function decodeStatement(
  value: Value,
  report: ReportProblem,
): readonly (Statement | UnknownItems<Statement>)[] {
  if (value.kind === "unknown") return [unknownItems(value, report, decodeStatement)];
  if (value.kind === "refused") {
    decodeRefusal(value, report);
    return [];
  }
  if (value.kind !== "object") {
    report("statement-not-object", value.kind, value.origin);
    return [];
  }
  const elements = readElements(value, elementNames, report);
  if (elements.unknown !== undefined) return [elements.unknown];
  return [decodeElements(value, elements, report)];
}

function decodeElements(statement: ObjectValue, elements: Elements, report: ReportProblem): Statement {
  const { byName } = elements;
  for (const name of ["Resource", "NotResource"]) {
    if (byName.has(name)) report("element-prohibited", name, byName.get(name)?.keyOrigin);
  }
  return {
    kind: "statement",
    sid: decodeSid(byName.get("Sid")?.value, report),
    effect: decodeEffect(byName.get("Effect")?.value, statement, report),
    principals: decodePrincipalElement(statement, elements, report),
    action: decodeAction(statement, elements, report),
    conditions: decodeConditions(byName.get("Condition")?.value, report),
    origin: statement.origin,
  };
}

function decodeSid(value: Value | undefined, report: ReportProblem): Statement["sid"] {
  const sid = readOptionalText(value, "Sid", report);
  const text = sid?.kind === "string" ? knownText(sid.value) : undefined;
  if (text !== undefined && !/^[A-Za-z0-9]*$/.test(text)) report("sid-invalid", text, sid?.origin);
  return sid;
}

function decodeEffect(
  value: Value | undefined,
  statement: ObjectValue,
  report: ReportProblem,
): Effect | Unknown {
  if (value === undefined) {
    report("effect-missing", "", statement.origin);
    return { kind: "unknown", reason: "the statement has no Effect", origin: statement.origin };
  }
  const text = readText(value);
  if (text?.kind === "unknown") return text;
  const name = text === undefined ? value.kind : knownText(text.value);
  if (name === "Allow" || name === "Deny") return { kind: "effect", name, origin: value.origin };
  if (name !== undefined) report("effect-invalid", name, value.origin);
  const reason =
    text === undefined ? "the Effect is no text" : `the Effect ${describe(text.value)} is not known`;
  return { kind: "unknown", reason, origin: value.origin };
}

function decodePrincipalElement(statement: ObjectValue, { byName }: Elements, report: ReportProblem) {
  const notPrincipal = byName.get("NotPrincipal");
  if (notPrincipal !== undefined) report("not-principal", "NotPrincipal", notPrincipal.keyOrigin);
  const element = byName.get("Principal");
  if (element !== undefined) return decodePrincipals(element.value, report);
  if (notPrincipal === undefined) report("principal-missing", "", statement.origin);
  return [];
}

function decodeAction(statement: ObjectValue, { byName }: Elements, report: ReportProblem): ActionElement {
  const [action, notAction] = [byName.get("Action"), byName.get("NotAction")];
  const element = action ?? notAction;
  if (element === undefined) {
    report("action-missing", "", statement.origin);
    return { excluding: false, names: [], origin: undefined };
  }
  if (action !== undefined && notAction !== undefined) {
    report("action-and-not-action", "NotAction", notAction.keyOrigin);
  }
  const names = readTexts(element.value, action === undefined ? "NotAction" : "Action", report);
  for (const name of names) {
    const text = name.kind === "string" ? knownText(name.value) : undefined;
    if (text !== undefined && text !== "*" && !/^[A-Za-z0-9-]+:\S+$/.test(text)) {
      reportInside(element.value, report)("action-malformed", text, name.origin);
    }
  }
  return { excluding: action === undefined, names, origin: element.value.origin };
}
