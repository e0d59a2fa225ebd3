/** Narrows a Deny that has exceptions by one more: what Spacelift sends, or its account. */
import type { Condition, Statement } from "../../iam/policy.ts";
import { describe, knownText } from "../../iam/symbolic.ts";
import type { FileEdits, Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { admitIds } from "./admitIds.ts";
import { isExternalId } from "./candidateAccounts.ts";
import { candidatesIn } from "./idCandidates.ts";
import { admits } from "./idSegments.ts";
import { operatorEdit } from "./operatorEdit.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import type { Refusal } from "./refusals.ts";
import { addValues, fixWith } from "./valueEdits.ts";

/** `StringNotLike` and the like: the Deny holds for everything but the values. */
export function exceptFromDeny(view: ModuleView, refusal: Refusal, statement: Statement): readonly Fix[] {
  const exceptions = statement.conditions.filter(
    (one): one is Condition =>
      one.kind === "condition" &&
      /^(String|Arn)Not/.test(one.operator.name) &&
      one.operator.qualifier === undefined,
  );
  const onId = exceptions.filter(isExternalId);
  const [only, ...others] = onId;
  const patterns = only && others.length === 0 ? asPatterns(view, refusal, only) : undefined;
  if (patterns) return fixWith("Use StringNotLike", patterns);
  if (onId.length > 0) return admitIds(view, refusal, onId);
  return exceptions.flatMap((condition) => exceptAccount(view, refusal.policy, condition)).slice(0, 1);
}

/** Where the values are patterns that admit what is sent, and the operator takes them letter by letter. */
function asPatterns(view: ModuleView, { sessions }: Refusal, condition: Condition): FileEdits | undefined {
  const ids = sessions.flatMap(({ session: { externalId } }) => (externalId ? [externalId] : []));
  const isMeant = ids.every((id) =>
    condition.values.some(
      (value) =>
        value.kind === "string" && /[*?]/.test(describe(value.value)) && admits(value.value, id) !== "no",
    ),
  );
  return isMeant && condition.operator.name === "StringNotEquals"
    ? operatorEdit(view, condition, "StringNotLike")
    : undefined;
}

/** The Allow still demands the external ID. */
function exceptAccount(view: ModuleView, { names }: JudgedPolicy, condition: Condition): readonly Fix[] {
  const [account, partition] = [knownText(names.awsAccount), knownText(names.partition)];
  const [candidate] = candidatesIn(view, condition);
  if (account === undefined || partition === undefined || !candidate) return [];
  const values: Readonly<Record<string, string>> = {
    "aws:principalaccount": account,
    ...(/Like$|^Arn/.test(condition.operator.name)
      ? { "aws:principalarn": `arn:${partition}:iam::${account}:*` }
      : {}),
  };
  const value = values[knownText(condition.key)?.toLowerCase() ?? ""];
  return value === undefined
    ? []
    : fixWith(`Leave Spacelift's account ${account} out of this Deny`, addValues(view, candidate, [value]));
}
