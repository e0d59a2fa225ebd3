/** Who Spacelift is to a trust policy: its account's name and the AWS account it acts from, known or symbolic. */
import { alphabetOf } from "../../iam/alphabet.ts";
import { perObject, perObjectAndText } from "../../base/remember.ts";
import { symbolic, type StringSymbol, type SymbolicString } from "../../iam/symbolic.ts";
import { accountOfPrincipal, hostedInstance, hostedInstances } from "../../spacelift/instances.ts";
import type { Settings } from "../../workspace/settings.ts";
import { partitionSymbol } from "./shapes.ts";

export interface SpaceliftNames {
  /** The Spacelift account's name, the first part of every external ID. */
  readonly account: SymbolicString;
  /** The AWS account that assumes roles. */
  readonly awsAccount: SymbolicString;
  readonly partition: SymbolicString;
  /** True where the settings say which installation it is. */
  readonly configured: boolean;
  /** Who runs the installation: Spacelift, or whoever writes the policy. */
  readonly runBy: "Spacelift" | "user" | "unknown";
}

export const accountSymbol: StringSymbol = {
  kind: "symbol",
  id: "Spacelift account name",
  label: "your Spacelift account's name",
  alphabet: alphabetOf("a-zA-Z0-9_-"),
  minLength: 2,
  maxLength: 38,
  distinctAs: "Spacelift account",
};

const awsAccountSymbol: StringSymbol = {
  kind: "symbol",
  id: "Spacelift AWS account",
  label: "Spacelift's AWS account",
  alphabet: alphabetOf("0-9"),
  minLength: 12,
  maxLength: 12,
};

const partitionOfInstallation = {
  ...partitionSymbol("partition of the installation"),
  label: "the AWS partition that your Spacelift installation is in",
};

/** The same in every module. */
export const namesOfSpacelift: ReadonlySet<string> = new Set([
  accountSymbol.id,
  awsAccountSymbol.id,
  partitionOfInstallation.id,
]);

/** Settings turn symbols into strings. */
export const namesFrom = perObject(({ accountName, instance, principal }: Settings): SpaceliftNames => {
  const account = accountName === "" ? [accountSymbol] : symbolic`${accountName}`;
  const known =
    instance === "self-hosted" ? accountOfPrincipal(principal) : hostedInstance(instance)?.awsAccountId;
  const partition = /^arn:([^:]+):/.exec(principal)?.[1] ?? "aws";
  return {
    account,
    awsAccount: known === undefined ? [awsAccountSymbol] : symbolic`${known}`,
    partition: symbolic`${instance === "self-hosted" ? partition : "aws"}`,
    configured: known !== undefined,
    runBy: instance === "self-hosted" ? "user" : known === undefined ? "unknown" : "Spacelift",
  };
});

/** One of the accounts of Spacelift's own installations. */
export const withHostedAccount = perObjectAndText((names: SpaceliftNames, awsAccount): SpaceliftNames => ({
  ...names,
  awsAccount: symbolic`${awsAccount}`,
  runBy: "Spacelift",
}));

/** An installation that may be in any partition. */
export function withOpenPartition(names: SpaceliftNames): SpaceliftNames {
  return { ...names, partition: [partitionOfInstallation] };
}

export function withAccount(names: SpaceliftNames, account: string): SpaceliftNames {
  return { ...names, account: symbolic`${account}` };
}

export const hostedAccounts: readonly string[] = hostedInstances.map(({ awsAccountId }) => awsAccountId);
