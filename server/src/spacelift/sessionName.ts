/**
 * The session name under which Spacelift assumes a role, as CloudTrail shows it.
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/aws_integration
 */

/** AWS takes no longer one: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const sessionNameLimit = 64;

export interface SessionNameParts {
  /** A ULID. */
  readonly run: string;
  /** The slug of the stack or module. */
  readonly slug: string;
  readonly account: string;
}

/** `<run>@<stack>@<account>`, cut to 64 characters: with a long slug nothing of the account's name is left. */
export function composeSessionName(parts: SessionNameParts): string {
  return `${parts.run}@${parts.slug}@${parts.account}`.slice(0, sessionNameLimit);
}
