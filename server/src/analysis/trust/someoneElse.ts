/** Principals that are certainly not who assumes the role, and what they are in words. */
import { readIdentityArn } from "../../iam/principal.ts";
import type { Principal } from "../../iam/policy.ts";
import { describe, knownText, symbolsIn } from "../../iam/symbolic.ts";
import { instanceOfAccount } from "../../spacelift/instances.ts";
import { accountNamed, isOpen, type JudgedPolicy } from "./judgedPolicy.ts";
import { hostedAccounts } from "./names.ts";
import type { Assumer } from "./requests.ts";

export function isSomeoneElse(principal: Principal, assumer: Assumer, policy: JudgedPolicy): boolean {
  if (principal.type !== "AWS") return principal.type !== "*";
  const account = accountNamed(principal);
  // Workers may share the account of a self-hosted installation, but not one of Spacelift's own.
  if (assumer === "worker") return account !== undefined && hostedAccounts.includes(account);
  if (isOpen(principal)) return isOwnAccount(principal, policy);
  if (knownText(principal.value) === "*") return false;
  const own = knownText(policy.names.awsAccount);
  if (account === undefined) return true;
  return own === undefined
    ? hostedAccounts.includes(account) === (policy.names.runBy === "user")
    : account !== own || isElsewhere(principal, policy) || isUser(principal);
}

/** The account that Terraform works in, which is not where Spacelift runs the installation that is configured. */
function isOwnAccount({ value }: Principal, { names }: JudgedPolicy): boolean {
  const hosted = names.configured && names.runBy === "Spacelift";
  return hosted && symbolsIn(value).every(({ id }) => /^data\.aws_caller_identity\..*account_id$/.test(id));
}

/** Whether the principal's ARN names another partition than that of the installation. */
function isElsewhere(principal: Principal, { names }: JudgedPolicy): boolean {
  const [named, own] = [partitionOf(principal), knownText(names.partition)];
  return named !== undefined && own !== undefined && named !== own;
}

function partitionOf({ value }: Principal): string | undefined {
  return /^arn:([^:]+):/.exec(knownText(value) ?? "")?.[1];
}

/** Spacelift assumes roles with a role of its own. */
function isUser({ value }: Principal): boolean {
  return /^(user|federated-user)\//.test(knownText(readIdentityArn(value)?.resource ?? []) ?? "");
}

/** "The role trusts AWS account 123456789012, not Spacelift", as the beginning of a sentence. */
export function trustedInWords(principal: Principal | undefined, policy: JudgedPolicy): string {
  if (!principal) return "The role trusts nobody";
  const text = describe(principal.value);
  if (principal.type !== "AWS") return otherTypeInWords(principal.type, text);
  if (isOpen(principal)) return "The role trusts your own AWS account, not Spacelift";
  const account = accountNamed(principal);
  const instance = account === undefined ? undefined : instanceOfAccount(account);
  if (account === undefined) return `The role trusts "${text}", not Spacelift`;
  const isOwn = account === knownText(policy.names.awsAccount);
  if (!instance && !isOwn) return `The role trusts AWS account ${account}, not Spacelift`;
  if (isElsewhere(principal, policy))
    return `The role trusts Spacelift's account in the partition ${partitionOf(principal) ?? ""}, where it does not exist`;
  return isOwn || !instance
    ? "The role trusts a user of Spacelift's account, and Spacelift comes with a role"
    : `The role trusts ${account}, which is ${instance.label}`;
}

function otherTypeInWords(type: Principal["type"], text: string): string {
  if (/^\d{12}$/.test(text)) return `The role names the account ${text} under ${type} and not under AWS`;
  const kind = type === "Service" ? "service" : type === "Federated" ? "identity provider" : "user";
  return `The role trusts the ${kind} "${text.replace(/^arn:.*-provider\//, "")}", not Spacelift`;
}
