/**
 * Who else a policy lets in: for each of its Allow statements, whether it admits a request with some external ID of
 * a family, or with none, or one from some other AWS account, and which one for example.
 */
import { causesOf, decide, survey } from "./decide.ts";
import { exampleOf } from "./example.ts";
import { all, any, match, not, type Formula, type Truth, type UnknownCause } from "./formula.ts";
import { likePattern, partsOf } from "./pattern.ts";
import type { Policy, Statement, Unknown } from "./policy.ts";
import { absent, single, withKey, type Request } from "./request.ts";
import { statementFormulas } from "./statementFormulas.ts";
import { identityOf, type SymbolicString } from "./symbolic.ts";

/**
 * The strings that `members` can stand for, but for those that a pattern of `except` matches, as `StringLike` does.
 * A symbol that the policy has too is the same string in both; use it to ask about members that depend on it.
 */
export interface Family {
  readonly members: SymbolicString;
  readonly except: readonly SymbolicString[];
}

export interface Admission {
  readonly statement: Statement | Unknown;
  /** "yes" where it holds whatever the policy's symbols stand for. */
  readonly admits: Truth;
  /** An external ID, or an AWS account, that is admitted. */
  readonly witness: string | undefined;
  /** Where it is unknown: why. */
  readonly causes: readonly UnknownCause[];
}

/** Whether each statement admits the request when it is made without an external ID. */
export function admissionsWithoutId(policy: Policy, request: Request): readonly Admission[] {
  return admissions(policy, withKey(request, externalIdKey, absent), (statement, formula) => {
    const admits = decide(formula);
    return { statement, admits, witness: undefined, causes: admits === "unknown" ? causesOf(formula) : [] };
  });
}

/** Whether each statement admits the request with some external ID of the family. */
export function admissionsOfFamily(policy: Policy, request: Request, family: Family): readonly Admission[] {
  return admissionsOfSome(policy, withKey(request, externalIdKey, single(family.members)), family);
}

/**
 * Whether each statement admits the request, in which the family's members stand, for some of them. Whoever asks has
 * their choice of what the strings of `chosen` stand for; no two of all these strings have a symbol in common.
 */
export function admissionsOfSome(
  policy: Policy,
  request: Request,
  { members, except }: Family,
  chosen: readonly SymbolicString[] = [],
): readonly Admission[] {
  const excluded = any(except.map((pattern) => match(members, likePattern(partsOf(pattern)))));
  return admissions(policy, request, (statement, formula) => {
    const wanted = all([formula, not(excluded)]);
    const { witness: words, mayHold } = survey(wanted, [members, ...chosen]);
    const witness = words && (words.get(identityOf(members)) ?? exampleOf(members));
    if (witness !== undefined) return { statement, admits: "yes", witness, causes: [] };
    return {
      statement,
      admits: mayHold ? "unknown" : "no",
      witness,
      causes: mayHold ? causesOf(wanted) : [],
    };
  });
}

const externalIdKey = "sts:ExternalId";

function admissions(
  policy: Policy,
  request: Request,
  judge: (statement: Statement | Unknown, formula: Formula) => Admission,
): readonly Admission[] {
  const formulas = policy.statements.map((statement) => statementFormulas(statement, policy, request));
  const denied = any(formulas.map(({ denies }) => denies));
  return policy.statements.flatMap((statement, index) => {
    const allows = formulas[index]?.allows;
    const isDeny =
      statement.kind === "statement" &&
      statement.effect.kind === "effect" &&
      statement.effect.name === "Deny";
    return allows === undefined || isDeny ? [] : [judge(statement, all([allows, not(denied)]))];
  });
}
