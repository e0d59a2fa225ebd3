/**
 * Reads the `Principal` of a statement.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
import { mapChoice } from "./choice.ts";
import { isPresent, readText, readTexts, reportInside, reportRepeated, unknownItems } from "./elements.ts";
import { readIdentityArn } from "./principal.ts";
import type { Principal, PrincipalType, Text, UnknownItems } from "./policy.ts";
import type { ReportProblem } from "./problem.ts";
import { dependence, describe, knownText, type SymbolicString } from "./symbolic.ts";
import type { ObjectEntry, Value } from "./value.ts";

export function decodePrincipals(
  value: Value,
  report: ReportProblem,
): readonly (Principal | UnknownItems<Principal>)[] {
  if (value.kind === "unknown") return [unknownItems(value, report, decodePrincipals)];
  if (value.kind === "object") {
    if (value.entries.length === 0) report("principal-missing", "", value.origin);
    reportRepeated(value, report);
    return value.entries.flatMap((entry) => decodeEntry(entry, report));
  }
  const text = readText(value);
  if (text?.kind === "string" && knownText(text.value) === undefined) {
    return [
      { kind: "unknown", reason: dependence("which principal is meant", text.value), origin: value.origin },
    ];
  }
  if (text?.kind !== "string" || knownText(text.value) !== "*") {
    report("principal-malformed", text?.kind === "string" ? describe(text.value) : value.kind, value.origin);
    return [];
  }
  report("principal-star", "*", value.origin);
  return [{ kind: "principal", type: "*", value: text.value, origin: value.origin }];
}

function decodeEntry(
  entry: ObjectEntry,
  report: ReportProblem,
): readonly (Principal | UnknownItems<Principal>)[] {
  const { key, keyOrigin, value } = entry;
  if (!isPresent(entry, report)) return [];
  const type = knownText(key);
  if (type === undefined) {
    return [{ kind: "unknown", reason: dependence("which type a principal has", key), origin: keyOrigin }];
  }
  if (!isPrincipalType(type)) {
    report("principal-type-unknown", type, keyOrigin);
    return [];
  }
  if (type === "*") report("principal-star", "*", keyOrigin);
  const inside = reportInside(value, report);
  return readTexts(value, "Principal", report).map((text) => decodeName(type, text, inside));
}

function decodeName(
  type: PrincipalType,
  text: Text | UnknownItems<Text>,
  report: ReportProblem,
): Principal | UnknownItems<Principal> {
  if (text.kind === "unknown") {
    const { choice, ...unknown } = text;
    const decodeAll = (texts: readonly (Text | UnknownItems<Text>)[]) =>
      texts.map((one) => decodeName(type, one, () => report("part-may-be-refused", "", one.origin, false)));
    return choice ? { ...unknown, choice: mapChoice(choice, decodeAll) } : unknown;
  }
  const reason = type === "AWS" ? refusalOf(text.value) : undefined;
  if (reason !== undefined) report(reason, describe(text.value), text.origin);
  return { kind: "principal", type, value: text.value, origin: text.origin };
}

/** Accounts, IAM and STS identities, `*` and the unique IDs under which IAM keeps them are right. */
function refusalOf(value: SymbolicString): "principal-partly-wild" | "principal-malformed" | undefined {
  const isWild = value.some((part) => part.kind === "literal" && /[*?]/.test(part.text));
  const text = knownText(value);
  if (text === "*") return undefined;
  if (isWild) return "principal-partly-wild";
  if (text === undefined || /^\d{12}$/.test(text) || /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(text)) return undefined;
  const arn = readIdentityArn(value);
  if (arn === undefined || (arn.service !== "iam" && arn.service !== "sts")) return "principal-malformed";
  if (!/^\d{12}$/.test(knownText(arn.account) ?? "")) return "principal-malformed";
  const resource = /^(root|(role|user|assumed-role|federated-user)\/.+)$/;
  return resource.test(knownText(arn.resource) ?? "") ? undefined : "principal-malformed";
}

function isPrincipalType(name: string): name is PrincipalType {
  return ["AWS", "Service", "Federated", "CanonicalUser", "*"].includes(name);
}
