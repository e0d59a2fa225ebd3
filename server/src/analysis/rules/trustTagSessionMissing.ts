/** `trust-tag-session-missing`: the integration passes session tags, and the role lets nobody pass them. */
import type { Cause } from "../trust/causes.ts";
import type { Fix } from "../finding.ts";
import { attribute, headerOf, inFile, type ModuleView } from "../moduleView.ts";
import { taggingUnderId } from "../trust/tagStatements.ts";
import { policyPlace, refusalsOf, type Refusal } from "../trust/refusals.ts";
import { allowBeside } from "../trust/splitAction.ts";
import { defineRule, type Report } from "./rule.ts";

type Fact = Refusal<Extract<Cause, { readonly kind: "tags" }>>;

export const trustTagSessionMissing = defineRule<Fact>({
  code: "trust-tag-session-missing",
  severity: "error",
  summary: "An integration that passes session tags to a role that does not allow sts:TagSession.",
  find: (view) => refusalsOf(view, "tags").filter(({ policy }) => taggingUnderId(policy).length === 0),
  tell,
  fix,
});

function tell({ verdict: { subject }, policy }: Fact): Report {
  const { block } = subject;
  const flag = attribute(block, "tag_assume_role");
  return {
    location: inFile(block, flag ? flag.value : headerOf(block.block)),
    message:
      `tag_assume_role passes tags, but ${policy.role.declaration.address} does not allow sts:TagSession: AWS refuses ` +
      "the session. Add a statement for it, without an external ID.",
    related: [{ location: policyPlace(policy), message: "The trust policy that the statement belongs in." }],
  };
}

/** Behind the statement that lets Spacelift in. */
function fix({ policy, sessions }: Fact, view: ModuleView): readonly Fix[] {
  const allowing = sessions[0].assumeRole.statements.find(
    (statement) => statement.kind === "statement" && statement.applies !== "no",
  );
  if (allowing?.kind !== "statement") return [];
  return allowBeside(view, policy, allowing.statement, {
    title: "Allow sts:TagSession",
    action: "sts:TagSession",
  });
}
