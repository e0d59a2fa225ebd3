/** The family of Terraform types around Spacelift's AWS integration: the one table of them. */
import { accountData } from "./family/accountData.ts";
import { awsIntegration } from "./family/awsIntegration.ts";
import { awsIntegrationAttachment } from "./family/awsIntegrationAttachment.ts";
import { awsIntegrationAttachmentData } from "./family/awsIntegrationAttachmentData.ts";
import { awsIntegrationData } from "./family/awsIntegrationData.ts";
import { awsIntegrationsData } from "./family/awsIntegrationsData.ts";
import { awsRole, stackAwsRole } from "./family/awsRole.ts";
import { awsRoleData, stackAwsRoleData } from "./family/awsRoleData.ts";
import { externalIdData } from "./family/externalIdData.ts";
import type { BlockSchema, ResourceMode } from "./schema.ts";

/** All types of the family, those that people use most first in each mode. */
export const familyTypes: readonly BlockSchema[] = [
  awsIntegration,
  awsIntegrationAttachment,
  awsRole,
  stackAwsRole,
  accountData,
  externalIdData,
  awsIntegrationData,
  awsIntegrationsData,
  awsIntegrationAttachmentData,
  awsRoleData,
  stackAwsRoleData,
];

const byAddress: ReadonlyMap<string, BlockSchema> = new Map(
  familyTypes.map((block) => [`${block.mode}.${block.type}`, block]),
);

/** The schema of a family type, or nothing where the type is not of the family. */
export function familyType(mode: ResourceMode, type: string): BlockSchema | undefined {
  return byAddress.get(`${mode}.${type}`);
}
