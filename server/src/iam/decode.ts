/**
 * Reads a value as a trust policy. What IAM would refuse is reported and the rest is read nevertheless.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
import { decodeStatement } from "./decodeStatement.ts";
import { listed, readElements, readOptionalText, reportInside, unknownItems } from "./elements.ts";
import { decodeRefusal } from "./refusal.ts";
import { repeatedSids } from "./sids.ts";
import type { Policy, Text } from "./policy.ts";
import type { PolicyProblem, ReportProblem } from "./problem.ts";
import { describe, knownText } from "./symbolic.ts";
import { bracedTexts, hasVariable, holdsText, knowsVariables } from "./variables.ts";
import type { ObjectValue, Value } from "./value.ts";

interface DecodedPolicy {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
}

export function decodePolicy(value: Value): DecodedPolicy {
  const problems: PolicyProblem[] = [];
  const report: ReportProblem = (reason, detail, origin, isCertain = true) =>
    problems.push({ reason, detail, origin, isCertain });
  const policy = decode(value, report);
  checkVariables(policy, report);
  return { policy, problems };
}

function decode(value: Value, report: ReportProblem): Policy {
  const { origin, slip } = value;
  if (slip) report(`json-${slip.kind}`, slip.text, slip.at ?? origin);
  if (value.kind === "object") return decodeObject(value, report);
  if (value.kind === "unknown") {
    const statements = [unknownItems(value, report, (one, inside) => decode(one, inside).statements)];
    const version = value.choice && { kind: "unknown" as const, reason: value.reason, origin };
    return { version, id: undefined, statements, origin };
  }
  const isInside = value.kind === "string" && /^\s*\{/.test(knownText(value.value) ?? "{");
  if (!slip) report(isInside ? "policy-encoded-twice" : "policy-not-object", value.kind, origin);
  return { version: undefined, id: undefined, statements: [], origin };
}

function decodeObject(value: ObjectValue, report: ReportProblem): Policy {
  const { byName, unknown } = readElements(value, ["Version", "Id", "Statement"], report);
  const text = (name: string) => readOptionalText(byName.get(name)?.value, name, report);
  const version = text("Version");
  const versionText = version?.kind === "string" ? knownText(version.value) : undefined;
  if (versionText !== undefined && versionText !== "2012-10-17" && versionText !== "2008-10-17") {
    report("version-invalid", versionText, version?.origin);
  }
  const element = byName.get("Statement");
  if (element === undefined && unknown === undefined) report("statement-missing", "", value.origin);
  const statements = element ? decodeStatements(element.value, report) : [];
  if (element?.value.kind === "list" && statements.length === 0 && element.value.items.length === 0) {
    report("statement-missing", "", element.value.origin);
  }
  return {
    version,
    id: text("Id"),
    statements: unknown === undefined ? statements : [...statements, unknown],
    origin: value.origin,
  };
}

function decodeStatements(value: Value, report: ReportProblem): Policy["statements"] {
  const list = value.kind === "list" ? value : undefined;
  if (!list?.sidsDiffer) {
    for (const sid of repeatedSids(listed(value), list?.looped)) decodeRefusal(sid, report);
  }
  return listed(value).flatMap((one) => decodeStatement(one, reportInside(value, report, one)));
}

function checkVariables(policy: Policy, report: ReportProblem): void {
  const old = knowsVariables(policy) === "no";
  for (const { value, origin } of policy.statements.flatMap(bracedIn)) {
    if (old && hasVariable(value)) report("variable-in-old-version", describe(value), origin);
    if (holdsText(value, "&{")) report("ampersand-variable", describe(value), origin);
  }
}

/** But for those that may not be there. */
function bracedIn(statement: Policy["statements"][number]): readonly Text[] {
  if (statement.kind === "unknown") return [];
  return statement.conditions.flatMap((condition) =>
    condition.kind === "unknown"
      ? []
      : bracedTexts(condition).filter((text) => condition.values.includes(text)),
  );
}
