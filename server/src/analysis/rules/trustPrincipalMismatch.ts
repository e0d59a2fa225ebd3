/** `trust-principal-mismatch`: nobody that the role trusts is Spacelift's AWS account. */
import type { Principal } from "../../iam/policy.ts";
import { knownText } from "../../iam/symbolic.ts";
import { instanceOfAccount } from "../../spacelift/instances.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { inFile, headerOf } from "../moduleView.ts";
import { isIntact } from "../damage.ts";
import { isExternalId } from "../trust/candidateAccounts.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import { verdictsOf, type RoleVerdict } from "../trust/judge.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { hostedAccounts } from "../trust/names.ts";
import { isSomeoneElse, trustedInWords } from "../trust/someoneElse.ts";
import { putTogether, trustAccount, whereUsed } from "../trust/trustAccount.ts";
import { policyPlace } from "../trust/refusals.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly verdict: RoleVerdict;
  readonly policy: JudgedPolicy;
  /** Whom the role trusts instead; none where it trusts nobody. */
  readonly trusted: readonly Principal[];
}

export const trustPrincipalMismatch = defineRule<Fact>({
  code: "trust-principal-mismatch",
  severity: "error",
  summary: "A role that does not trust Spacelift's AWS account.",
  find: (view) => distinctByPlace(verdictsOf(view).flatMap(factFor), placeOf),
  tell,
  fix,
});

/** Only where everybody who is let in is known by name. */
function factFor(verdict: RoleVerdict): readonly Fact[] {
  if (verdict.role.kind !== "judged") return [];
  const { policy } = verdict.role;
  if (!isIntact(verdict.subject.block) || !isIntact(policy.role.declaration)) return [];
  const trusted = whoMayAssume(policy);
  if (
    trusted === undefined ||
    !trusted.every((principal) => isSomeoneElse(principal, verdict.assumer, policy))
  )
    return [];
  return [{ verdict, policy, trusted }];
}

/** The principals of the statements that let somebody in; undefined where some are not known, or no principals at all. */
function whoMayAssume({ policy, problems }: JudgedPolicy): readonly Principal[] | undefined {
  const trusted: Principal[] = [];
  const meant: Principal[] = [];
  for (const statement of policy.statements) {
    if (statement.kind === "unknown" || statement.effect.kind === "unknown") return undefined;
    if (statement.effect.name === "Deny") continue;
    if (statement.principals.length === 0) return undefined;
    for (const principal of statement.principals) {
      if (principal.kind === "unknown" || isRefused(principal, problems)) return undefined;
      trusted.push(principal);
      const isMeant = statement.conditions.some((one) => one.kind === "condition" && isExternalId(one));
      if (isMeant) meant.push(principal);
    }
  }
  return policy.statements.length === 0 ? undefined : meant.length > 0 ? [...meant, ...trusted] : trusted;
}

/** What IAM refuses is another rule's finding. */
function isRefused({ origin }: Principal, problems: JudgedPolicy["problems"]): boolean {
  return problems.some(
    (problem) =>
      problem.reason.startsWith("principal-") && problem.origin !== undefined && problem.origin === origin,
  );
}

function placeOf({ policy, trusted }: Fact): Report["location"] {
  return trusted[0]?.origin ?? policyPlace(policy);
}

function shownPlace(view: ModuleView, fact: Fact): Report["location"] {
  const [first] = fact.trusted;
  const written = first && (putTogether(view, fact.policy, first) ?? whereUsed(view, fact.policy, first));
  return written ?? placeOf(fact);
}

function tell(fact: Fact, view: ModuleView): Report {
  const { verdict, policy, trusted } = fact;
  const { subject, assumer } = verdict;
  const related = [
    { location: inFile(subject.block, headerOf(subject.block.block)), message: "What assumes the role." },
  ];
  if (assumer === "worker") {
    return {
      location: shownPlace(view, fact),
      message:
        "Your private worker assumes this role (generate_credentials_in_worker), but it trusts Spacelift's own account. " +
        "Trust your workers' AWS account or role.",
      related,
    };
  }
  const isKnown = knownText(policy.names.awsAccount) !== undefined;
  return {
    location: shownPlace(view, fact),
    message: `${trustedInWords(trusted[0], policy)}, so attaching and runs fail. Trust ${wantedInWords(trusted[0], policy)}.`,
    related,
    severity: isKnown ? "error" : "warning",
  };
}

function wantedInWords(trusted: Principal | undefined, policy: JudgedPolicy): string {
  if (policy.names.runBy === "user" && !policy.names.configured)
    return "the AWS account that your installation is in";
  const [only, ...others] = accountsFor(trusted, policy);
  if (only !== undefined && others.length === 0) return only;
  const [eu, us] = hostedAccounts;
  return `${eu} (spacelift.io) or ${us} (us.spacelift.io)`;
}

/** The account of the installation; all of them where nothing tells which one it is. */
function accountsFor(trusted: Principal | undefined, { names }: JudgedPolicy): readonly string[] {
  const own = knownText(names.awsAccount);
  if (own !== undefined) return [own];
  if (names.runBy === "user") return [];
  const named = trusted && knownText(trusted.value);
  return named !== undefined && hostedAccounts.includes(named) ? [named] : hostedAccounts;
}

function fix({ verdict, policy, trusted: [first] }: Fact, view: ModuleView): readonly Fix[] {
  if (!first || verdict.assumer === "worker") return [];
  return accountsFor(first, policy).flatMap((account, index) => {
    const label = instanceOfAccount(account)?.name;
    const title = label === undefined ? `Trust ${account}` : `Trust ${label} (${account})`;
    return trustAccount(view, policy, first, { account, title }).map((each) => ({
      ...each,
      preferred: index === 0,
    }));
  });
}
