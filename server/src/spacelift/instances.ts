/**
 * The Spacelift installations and the AWS account that each assumes roles from.
 * https://docs.spacelift.io/integrations/cloud-providers/aws
 */
import { isAwsAccountId } from "./identifiers.ts";
import type { Partition } from "./regions.ts";

export type InstanceName = "spacelift.io" | "us.spacelift.io" | "self-hosted";

export interface Instance {
  readonly name: InstanceName;
  /** For lists and messages. */
  readonly label: string;
  /** The principal that the role must trust. */
  readonly awsAccountId: string;
  readonly partition: Partition;
}

/** The installations that Spacelift runs. */
export const hostedInstances: readonly Instance[] = [
  {
    name: "spacelift.io",
    label: "spacelift.io (EU, the default)",
    awsAccountId: "324880187172",
    partition: "aws",
  },
  {
    name: "us.spacelift.io",
    label: "us.spacelift.io (US)",
    awsAccountId: "577638371743",
    partition: "aws",
  },
];

/**
 * An installation that runs in a customer's own AWS account.
 * https://docs.spacelift.io/self-hosted/latest/installing-spacelift/reference-architecture/reference/general-configuration
 */
export function selfHostedInstance(awsAccountId: string, partition: Partition = "aws"): Instance {
  return {
    name: "self-hosted",
    label: `self-hosted in AWS account ${awsAccountId}`,
    awsAccountId,
    partition,
  };
}

/** The installation of that name, among those that Spacelift runs. */
export function hostedInstance(name: string): Instance | undefined {
  return hostedInstances.find((instance) => instance.name === name);
}

/** The installation that assumes roles from that AWS account, among those that Spacelift runs. */
export function instanceOfAccount(awsAccountId: string): Instance | undefined {
  return hostedInstances.find((instance) => instance.awsAccountId === awsAccountId);
}

/** The account as a principal: `arn:aws:iam::324880187172:root`, which means the whole account. */
export function principalArn(instance: Instance): string {
  return `arn:${instance.partition}:iam::${instance.awsAccountId}:root`;
}

/** The AWS account that a principal names, written as bare ID or as root ARN; nothing for other principals. */
export function accountOfPrincipal(principal: string): string | undefined {
  const account = /^arn:aws[a-z-]*:iam::([0-9]{12}):root$/.exec(principal)?.[1] ?? principal;
  return isAwsAccountId(account) ? account : undefined;
}
