/**
 * Fixes that make a condition on `sts:ExternalId` admit what is sent. What is right in a value stays as it is written;
 * what is wrong or missing becomes what is sent. A value that may be meant for something else stays, and another one
 * is put beside it.
 */
import type { Condition } from "../../iam/policy.ts";
import type { SymbolicString } from "../../iam/symbolic.ts";
import { identityOf } from "../../iam/symbolic.ts";
import { mergeEdits } from "../edits.ts";
import type { FileEdits, Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { atItsSource } from "./accountSource.ts";
import { candidatesIn, composeId, mayMeanOther, rightness, type Candidate } from "./idCandidates.ts";
import type { Refusal } from "./refusals.ts";
import type { SessionVerdict } from "./sessionJudge.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { operatorEdit } from "./operatorEdit.ts";
import { addValues, replaceByValues } from "./valueEdits.ts";

/** More of them are better admitted by a pattern. */
const mostIds = 4;

export function admitIds(
  view: ModuleView,
  { policy, verdict, sessions: refused }: Refusal,
  conditions: readonly Condition[],
): readonly Fix[] {
  // Of a role with instances each has values of its own.
  const isRepeated = policy.role.instance.step !== "";
  const sessions = isRepeated ? refused.filter((session) => verdict.sessions.includes(session)) : refused;
  const ids = sentBy(sessions);
  const candidate = best(
    conditions.flatMap((condition) => candidatesIn(view, condition)),
    ids,
  );
  if (!candidate || ids.length === 0 || ids.length > mostIds) return [];
  const written = compose(view, policy, candidate, ids);
  if (!written) return [];
  const targets = [...new Set(sessions.map(({ session }) => session.target))].join(" and ");
  const source = atItsSource(view, policy, candidate, ids);
  const replaced = fixOf(
    written,
    replaceByValues(candidate.place, written.values),
    titleOf(written, targets),
  );
  const added = mayMeanOther(candidate, ids)
    ? fixOf(written, addValues(view, candidate, written.values), `Admit ${targets} too`)
    : [];
  return [...source, ...added, ...replaced].map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** Each once. */
function sentBy(sessions: readonly SessionVerdict[]): readonly SymbolicString[] {
  const ids = sessions.flatMap(({ session: { externalId, otherForm } }) => [externalId, otherForm]);
  return [...new Map(ids.flatMap((id) => (id ? [[identityOf(id), id]] : []))).values()];
}

/** The value that is nearest to being right. */
function best(candidates: readonly Candidate[], ids: readonly SymbolicString[]): Candidate | undefined {
  const scored = candidates.map((candidate) => ({ candidate, score: rightness(candidate, ids) }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.candidate;
}

interface Written {
  /** The insides of templates. */
  readonly values: readonly string[];
  /** Where wildcards need another operator. */
  readonly operator: FileEdits | undefined;
}

/** Whole external IDs, or patterns under an operator that knows them or can be changed into one that does. */
function compose(
  view: ModuleView,
  policy: JudgedPolicy,
  candidate: Candidate,
  ids: readonly SymbolicString[],
): Written | undefined {
  const { isLike, condition } = candidate;
  const all = (like: boolean): readonly string[] | undefined => {
    const values = ids.map((id) => composeId(view, policy, candidate, id, like));
    const known = values.filter((value) => value !== undefined);
    return known.length < values.length ? undefined : [...new Set(known)];
  };
  const values = all(isLike);
  if (values) return { values, operator: undefined };
  const pattern = condition.operator.name.includes("Not") ? "StringNotLike" : "StringLike";
  const operator = isLike ? undefined : operatorEdit(view, condition, pattern);
  const patterns = operator && all(true);
  return patterns && { values: patterns, operator };
}

function titleOf({ values, operator }: Written, targets: string): string {
  const text = values.join(" and ");
  const title = text.length > 100 ? `Admit ${targets}` : `Write ${text}`;
  return operator ? `${title}, as a pattern` : title;
}

function fixOf({ operator }: Written, edits: FileEdits | undefined, title: string): readonly Fix[] {
  if (!edits) return [];
  return [{ title, edits: mergeEdits([edits, ...(operator ? [operator] : [])]), preferred: true }];
}
