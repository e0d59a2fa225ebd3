/** `trust-explicit-deny`: a Deny statement that applies to Spacelift. */
import { knownText } from "../../iam/symbolic.ts";
import { policyPlace, refusalsOf, type Refusal } from "../trust/refusals.ts";
import { placesOfSessions, sessionsInWords } from "../trust/sessionWords.ts";
import { exceptFromDeny } from "../trust/exceptFromDeny.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { defineRule, type Report } from "./rule.ts";
import type { Cause } from "../trust/causes.ts";

type Fact = Refusal<Extract<Cause, { readonly kind: "denied" }>>;

export const trustExplicitDeny = defineRule<Fact>({
  code: "trust-explicit-deny",
  severity: "error",
  summary: "A Deny statement that refuses Spacelift's sessions.",
  find: (view) => refusalsOf(view, "denied"),
  tell,
  fix,
});

function tell({ policy, cause, sessions }: Fact): Report {
  const [statement] = cause.statements;
  const sid = statement?.sid?.kind === "string" ? knownText(statement.sid.value) : undefined;
  const name = sid === undefined || sid === "" ? "A Deny statement" : `The Deny statement "${sid}"`;
  return {
    location: statement?.effect.origin ?? statement?.origin ?? policyPlace(policy),
    message:
      `${name} refuses ${sessionsInWords(sessions)}, and a Deny beats every Allow. ` +
      "Narrow it down, so that Spacelift is not meant.",
    related: placesOfSessions(sessions),
  };
}

/** Of several only all together would help. */
function fix(fact: Fact, view: ModuleView): readonly Fix[] {
  const [statement, ...others] = fact.cause.statements;
  return statement && others.length === 0 ? exceptFromDeny(view, fact, statement) : [];
}
