/** Addresses of the vendors' pages that the facts in this folder come from and that hovers link to. */
import type { ResourceMode } from "./schema.ts";

const provider = "https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs";
const awsProvider = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs";

/** The provider's page on a type, as in `.../docs/resources/aws_integration`. */
export function providerPage(mode: ResourceMode, type: string): string {
  const folder = mode === "resource" ? "resources" : "data-sources";
  return type.startsWith("aws_")
    ? `${awsProvider}/${folder}/${type.slice("aws_".length)}`
    : `${provider}/${folder}/${type.slice("spacelift_".length)}`;
}

/** The page on a type of either provider; undefined for types of others. */
export function vendorPage(mode: ResourceMode, type: string): string | undefined {
  return /^(?:aws|spacelift)_./.test(type) ? providerPage(mode, type) : undefined;
}

/** Spacelift's guide to the AWS integration: trust policy, external IDs, auto-attach, session tags. */
export const awsIntegrationGuide = "https://docs.spacelift.io/integrations/cloud-providers/aws";

/** Spacelift on the trust policy of the role: the format of the external ID and its four parts. */
export const trustPolicyGuide =
  "https://docs.spacelift.io/getting-started/integrate-cloud/AWS#step-2-configure-trust-policy";

/** AWS on external IDs and the confused deputy. */
export const externalIdGuide =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html";

/** AWS on `sts:AssumeRole`: external ID, session name, duration. */
export const assumeRoleReference = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html";

/** AWS on how long a role session may last. */
export const sessionDurationGuide =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html#id_roles_update-session-duration";

/** AWS on session tags and `sts:TagSession`. */
export const sessionTagsGuide = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html";

/** AWS on regional STS endpoints. */
export const regionalStsGuide =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html";
