/**
 * The AWS partition that an ARN is in. Nobody assumes a role of another partition than their own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
import { readIdentityArn } from "../../iam/principal.ts";
import { knownText, symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import type { Value } from "../../terraform/value.ts";
import type { SpaceliftNames } from "./names.ts";

/** Undefined where the text is no ARN, or where it does not tell. */
export function partitionIn(arn: SymbolicString): SymbolicString | undefined {
  const [first] = arn;
  const written = first?.kind === "literal" ? partitionOf(first.text) : undefined;
  return written === undefined ? readIdentityArn(arn)?.partition : symbolic`${written}`;
}

function partitionOf(text: string): string | undefined {
  return /^arn:([^:]+):/.exec(text)?.[1];
}

/**
 * Why nobody gets in, or nobody can tell, where the role is not in the partition of Spacelift's own installations. With
 * one of your own, the principal that your settings name is held against the policy.
 */
export function reasonApart(
  roleArn: Value | undefined,
  { runBy, partition }: SpaceliftNames,
): string | undefined {
  const [first] = roleArn?.kind === "string" ? roleArn.parts : [];
  const written = first?.kind === "literal" ? partitionOf(first.text) : undefined;
  const own = knownText(partition);
  if (runBy === "user" || written === undefined || own === undefined || written === own) return undefined;
  const where = runBy === "Spacelift" ? `Spacelift is in ${own}` : "whether your Spacelift is, nobody knows";
  return `role_arn is in the AWS partition ${written}, and ${where}`;
}
