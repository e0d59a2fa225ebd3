/** `trust-public-principal`: a role that everybody may try to assume. */
import type { Principal, Statement } from "../../iam/policy.ts";
import { knownText } from "../../iam/symbolic.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { isEffect, knownPrincipals } from "../trust/causes.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { replaceExpression, rewrite } from "../trust/literalEdits.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles } from "../trust/spaceliftRoles.ts";
import { principalExpression } from "../trust/writtenNames.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly principal: Principal;
}

export const trustPublicPrincipal = defineRule<Fact>({
  code: "trust-public-principal",
  severity: "error",
  summary: "A statement that lets everybody assume the role.",
  find: (view) =>
    distinctByPlace(
      spaceliftRoles(view).flatMap(({ policy }) =>
        policy.policy.statements
          .filter((statement): statement is Statement => statement.kind === "statement")
          .filter((statement) => isEffect(statement, "Allow") && !saysWho(statement))
          .flatMap((statement) => knownPrincipals(statement).filter(isTaken))
          .map((principal) => ({ policy, principal })),
      ),
      ({ principal }) => principal.origin,
    ),
  tell: ({ policy, principal }) => ({
    location: principal.origin ?? policyPlace(policy),
    message:
      'The principal "*" lets every AWS account try to assume this role. Name Spacelift\'s account, so that nobody else ' +
      "gets in.",
  }),
  fix,
});

/** IAM refuses `*` as the whole Principal, and that is another rule's finding. */
function isTaken(principal: Principal): boolean {
  return isEveryone(principal) && principal.type === "AWS";
}

export function isEveryone({ type, value }: Principal): boolean {
  return (type === "AWS" || type === "*") && knownText(value) === "*";
}

/** A condition on the caller narrows "everybody" down again. What is not known may be one. */
function saysWho({ conditions }: Statement): boolean {
  return conditions.some(
    (one) => one.kind === "unknown" || /^aws:(Principal|Source)/i.test(knownText(one.key) ?? "aws:Principal"),
  );
}

function fix({ policy, principal }: Fact, view: ModuleView): readonly Fix[] {
  const { origin } = principal;
  const expression = origin && principalExpression(view, policy, origin.uri);
  if (!origin || expression === undefined) return [];
  const title = "Trust Spacelift's account";
  return expression.startsWith('"')
    ? rewrite(view, origin, title, expression.slice(1, -1))
    : replaceExpression(view, origin, title, expression);
}
