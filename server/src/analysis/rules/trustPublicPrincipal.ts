/** `trust-public-principal`: a role that everybody may try to assume. */
import type { Principal } from "../../iam/policy.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { knownPrincipals } from "../trust/causes.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import { doorsForEverybody, isEveryone, type PublicDoor } from "../trust/everybody.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { replaceExpression, rewrite } from "../trust/literalEdits.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles } from "../trust/spaceliftRoles.ts";
import { principalExpression } from "../trust/writtenNames.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly principal: Principal;
  readonly door: PublicDoor;
}

export const trustPublicPrincipal = defineRule<Fact>({
  code: "trust-public-principal",
  severity: "error",
  summary: "A statement that lets everybody assume the role.",
  find: (view) =>
    distinctByPlace(
      spaceliftRoles(view).flatMap(({ policy }) =>
        doorsForEverybody(policy).flatMap((door) =>
          knownPrincipals(door.statement)
            .filter(isTaken)
            .map((principal) => ({ policy, principal, door })),
        ),
      ),
      ({ principal }) => principal.origin,
    ),
  tell: ({ policy, principal, door }) => ({
    location: principal.origin ?? policyPlace(policy),
    message: `The principal "*" lets ${whoIn(door)} try to assume this role. Name Spacelift's account, so that nobody else gets in.`,
  }),
  fix,
});

/** IAM refuses `*` as the whole Principal, and that is another rule's finding. */
function isTaken(principal: Principal): boolean {
  return isEveryone(principal) && principal.type === "AWS";
}

function whoIn({ isNarrowed, witness }: PublicDoor): string {
  if (!isNarrowed) return "every AWS account";
  return `AWS accounts that the policy does not name${witness === undefined ? "" : `, such as ${witness},`}`;
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
