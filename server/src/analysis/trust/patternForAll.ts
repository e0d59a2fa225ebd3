/** Puts one pattern in the place of a long list of external IDs: any stack of the integration that all of them name. */
import { identityOf, type SymbolicString } from "../../iam/symbolic.ts";
import { mergeEdits } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { externalIdConditions } from "./candidateAccounts.ts";
import { candidatesIn, type Candidate } from "./idCandidates.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { operatorEdit } from "./operatorEdit.ts";
import { replaceAllValues } from "./valueEdits.ts";

/** Of the condition with the most values. It admits more than they do, so that it is for a person to decide. */
export function patternForAll(view: ModuleView, { policy }: JudgedPolicy): readonly Fix[] {
  const [condition] = externalIdConditions(policy).toSorted((a, b) => b.values.length - a.values.length);
  const candidates = condition ? candidatesIn(view, condition) : [];
  const pattern = commonPattern(candidates);
  const [first] = candidates;
  if (!condition || !first || pattern === undefined || /Not/.test(condition.operator.name)) return [];
  const operator = first.isLike ? undefined : operatorEdit(view, condition, "StringLike");
  const values = replaceAllValues(view, condition, pattern);
  if (!values || (!operator && !first.isLike)) return [];
  const edits = mergeEdits([values, ...(operator ? [operator] : [])]);
  return [{ title: `Admit every stack instead of a list: ${pattern}`, edits, preferred: false }];
}

/** The account and the integration, where all values begin with them and they are written so at each. */
function commonPattern(candidates: readonly Candidate[]): string | undefined {
  const beginnings = candidates.flatMap(({ place, values }) =>
    values.map((segments) => ({ key: keyOf(segments), source: place.segments.slice(0, 2).join("@") })),
  );
  const [first, ...others] = beginnings;
  const isWhole = candidates.every(
    ({ place, values }) => place.segments.length === 4 && values.every(({ length }) => length === 4),
  );
  const isCommon = first !== undefined && others.every(({ key }) => key === first.key);
  return isWhole && isCommon ? `${first.source}@*` : undefined;
}

function keyOf([account = [], integration = []]: readonly SymbolicString[]): string {
  return identityOf(account) + identityOf(integration);
}
