/**
 * The Spacelift installations and the AWS account that each assumes roles from.
 * https://docs.spacelift.io/integrations/cloud-providers/aws
 */
import { isAwsAccountId } from "./identifiers.ts";

interface Instance {
  readonly name: "spacelift.io" | "us.spacelift.io";
  /** For lists and messages. */
  readonly label: string;
  /** The principal that the role must trust. */
  readonly awsAccountId: string;
}

/** The installations that Spacelift runs. */
export const hostedInstances: readonly Instance[] = [
  {
    name: "spacelift.io",
    label: "spacelift.io (EU, the default)",
    awsAccountId: "324880187172",
  },
  {
    name: "us.spacelift.io",
    label: "us.spacelift.io (US)",
    awsAccountId: "577638371743",
  },
];

/** The installation of that name, among those that Spacelift runs. */
export function hostedInstance(name: string): Instance | undefined {
  return hostedInstances.find((instance) => instance.name === name);
}

/** The installation that assumes roles from that AWS account, among those that Spacelift runs. */
export function instanceOfAccount(awsAccountId: string): Instance | undefined {
  return hostedInstances.find((instance) => instance.awsAccountId === awsAccountId);
}

/** The AWS account that a principal names, written as bare ID or as root ARN; nothing for other principals. */
export function accountOfPrincipal(principal: string): string | undefined {
  const account = /^arn:aws[a-z-]*:iam::([0-9]{12}):root$/.exec(principal)?.[1] ?? principal;
  return isAwsAccountId(account) ? account : undefined;
}
