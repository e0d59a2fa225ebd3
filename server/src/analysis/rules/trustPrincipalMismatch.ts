/** `trust-principal-mismatch`: nobody that the role trusts is Spacelift's AWS account. */
import type { Principal } from "../../iam/policy.ts";
import { describe, knownText } from "../../iam/symbolic.ts";
import { instanceOfAccount } from "../../spacelift/instances.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { inFile, headerOf } from "../moduleView.ts";
import { isIntact } from "../damage.ts";
import { isExternalId } from "../trust/candidateAccounts.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import { verdictsOf, type RoleVerdict } from "../trust/judge.ts";
import { accountNamed, isOpen, type JudgedPolicy } from "../trust/judgedPolicy.ts";
import { insideAt, rewrite } from "../trust/literalEdits.ts";
import { hostedAccounts } from "../trust/names.ts";
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
  if (trusted === undefined || !trusted.every((principal) => isSomeoneElse(principal, verdict, policy)))
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

function isSomeoneElse(principal: Principal, { assumer }: RoleVerdict, policy: JudgedPolicy): boolean {
  const { names } = policy;
  if (principal.type !== "AWS") return principal.type !== "*";
  const account = accountNamed(principal);
  // Workers may share the account of a self-hosted installation, but not one of Spacelift's own.
  if (assumer === "worker") return account !== undefined && hostedAccounts.includes(account);
  if (isOpen(principal) || knownText(principal.value) === "*") return false;
  const own = knownText(names.awsAccount);
  if (account === undefined) return true;
  return own === undefined
    ? !hostedAccounts.includes(account)
    : account !== own || isElsewhere(principal, policy);
}

/** Whether the principal's ARN names another partition than that of the installation. */
function isElsewhere({ value }: Principal, { names }: JudgedPolicy): boolean {
  const named = /^arn:([^:]+):/.exec(knownText(value) ?? "")?.[1];
  const own = knownText(names.partition);
  return named !== undefined && own !== undefined && named !== own;
}

function placeOf({ policy, trusted }: Fact): Report["location"] {
  return trusted[0]?.origin ?? policyPlace(policy);
}

function tell(fact: Fact): Report {
  const { verdict, policy, trusted } = fact;
  const { subject, assumer } = verdict;
  const related = [
    { location: inFile(subject.block, headerOf(subject.block.block)), message: "What assumes the role." },
  ];
  if (assumer === "worker") {
    return {
      location: placeOf(fact),
      message:
        "Your private worker assumes this role (generate_credentials_in_worker), but the role trusts Spacelift's own " +
        "account. Trust the AWS account or role of your workers.",
      related,
    };
  }
  const isKnown = knownText(policy.names.awsAccount) !== undefined;
  return {
    location: placeOf(fact),
    message: `The role trusts ${whomInWords(trusted[0], policy)}, not Spacelift, so attaching and runs fail. Trust ${wantedInWords(policy)}.`,
    related,
    severity: isKnown ? "error" : "warning",
  };
}

function whomInWords(principal: Principal | undefined, policy: JudgedPolicy): string {
  if (!principal) return "nobody";
  const account = accountNamed(principal);
  const instance = account === undefined ? undefined : instanceOfAccount(account);
  if (instance && isElsewhere(principal, policy))
    return "Spacelift's account in a partition where it does not exist";
  if (instance) return `${account}, which is ${instance.label}`;
  return account === undefined ? `"${describe(principal.value)}"` : `AWS account ${account}`;
}

function wantedInWords({ names }: JudgedPolicy): string {
  const own = knownText(names.awsAccount);
  if (own !== undefined) return own;
  const [eu, us] = hostedAccounts;
  return `${eu} (spacelift.io) or ${us} (us.spacelift.io)`;
}

function fix({ verdict, policy, trusted: [first] }: Fact, view: ModuleView): readonly Fix[] {
  const place = first?.origin;
  if (!place || verdict.assumer === "worker" || first.type !== "AWS") return [];
  const own = knownText(policy.names.awsAccount);
  const inside = insideAt(view, place) ?? "";
  return (own === undefined ? hostedAccounts : [own]).flatMap((account, index) => {
    const whole = inside.replace(/^arn:aws-[a-z-]+:/, "arn:aws:");
    const changed = /^arn:aws:iam::\d{12}:root$/.test(whole) ? `arn:aws:iam::${account}:root` : account;
    const label = instanceOfAccount(account)?.name;
    const title = label === undefined ? `Trust ${account}` : `Trust ${label} (${account})`;
    return rewrite(view, place, title, changed).map((each) => ({ ...each, preferred: index === 0 }));
  });
}
