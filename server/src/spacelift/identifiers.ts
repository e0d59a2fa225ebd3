/** The alphabets of the names that external IDs are made of. */

/** Length of a ULID: https://github.com/ulid/spec */
export const ulidLength = 26;

const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const accountName = /^[A-Za-z0-9][A-Za-z0-9_-]{1,37}$/;
const awsAccountId = /^[0-9]{12}$/;

/**
 * True for the ID of an integration: 26 characters of Crockford's base 32, as in `01FPAH5J0JFYSM5953T9KT2VS9`.
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_integration
 */
export function isIntegrationId(text: string): boolean {
  return ulid.test(text);
}

/**
 * True for the name of a Spacelift account: 2 to 38 letters, digits, `_` and `-`, the first a letter or digit.
 * Letter case counts. https://docs.spacelift.io/self-hosted/latest/installing-spacelift/reference-architecture/guides/first-setup
 */
export function isAccountName(text: string): boolean {
  return accountName.test(text);
}

/** True for the ID of an AWS account: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
export function isAwsAccountId(text: string): boolean {
  return awsAccountId.test(text);
}
