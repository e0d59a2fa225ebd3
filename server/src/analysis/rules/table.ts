/** Every rule, in the order of the catalogue. A new rule is one file beside this one and one line here. */
import { attachmentBeforeRole } from "./attachmentBeforeRole.ts";
import { attachmentWithoutAccess } from "./attachmentWithoutAccess.ts";
import { attributeNeedsNewerProvider } from "./attributeNeedsNewerProvider.ts";
import { autoattachDisabled } from "./autoattachDisabled.ts";
import { autoattachWithoutLabel } from "./autoattachWithoutLabel.ts";
import { dependencyCycle } from "./dependencyCycle.ts";
import { deprecatedResource } from "./deprecatedResource.ts";
import { duplicateAddress } from "./duplicateAddress.ts";
import { duplicateAttachment } from "./duplicateAttachment.ts";
import { duplicateAttribute } from "./duplicateAttribute.ts";
import { durationExceedsChainingLimit } from "./durationExceedsChainingLimit.ts";
import { durationExceedsRoleMaximum } from "./durationExceedsRoleMaximum.ts";
import { durationOutOfRange } from "./durationOutOfRange.ts";
import { emptyValue } from "./emptyValue.ts";
import { exactlyOneOf } from "./exactlyOneOf.ts";
import { externalIdFormat } from "./externalIdFormat.ts";
import { externalIdIgnored } from "./externalIdIgnored.ts";
import { instanceIndex } from "./instanceIndex.ts";
import { integrationUnattached } from "./integrationUnattached.ts";
import { missingAttribute } from "./missingAttribute.ts";
import { readOnlyAttribute } from "./readOnlyAttribute.ts";
import { roleArnFormat } from "./roleArnFormat.ts";
import { roleArnMismatch } from "./roleArnMismatch.ts";
import type { Rule } from "./rule.ts";
import { stackNameAsId } from "./stackNameAsId.ts";
import { trustActionMissing } from "./trustActionMissing.ts";
import { trustConditionBlocks } from "./trustConditionBlocks.ts";
import { trustExplicitDeny } from "./trustExplicitDeny.ts";
import { trustExternalIdMismatch } from "./trustExternalIdMismatch.ts";
import { trustExternalIdOptional } from "./trustExternalIdOptional.ts";
import { trustExternalIdTooBroad } from "./trustExternalIdTooBroad.ts";
import { trustLegacyExternalId } from "./trustLegacyExternalId.ts";
import { trustPhaseMissing } from "./trustPhaseMissing.ts";
import { trustPolicyInvalid } from "./trustPolicyInvalid.ts";
import { trustPolicyTooLong } from "./trustPolicyTooLong.ts";
import { trustPrincipalMismatch } from "./trustPrincipalMismatch.ts";
import { trustPublicPrincipal } from "./trustPublicPrincipal.ts";
import { trustTagSessionCondition } from "./trustTagSessionCondition.ts";
import { trustTagSessionMissing } from "./trustTagSessionMissing.ts";
import { trustWildcardInStringEquals } from "./trustWildcardInStringEquals.ts";
import { unknownAttribute } from "./unknownAttribute.ts";
import { unknownBlock } from "./unknownBlock.ts";
import { unknownReference } from "./unknownReference.ts";
import { unknownReferenceAttribute } from "./unknownReferenceAttribute.ts";
import { unknownRegion } from "./unknownRegion.ts";
import { unknownType } from "./unknownType.ts";
import { wrongType } from "./wrongType.ts";

export const rules: readonly Rule[] = [
  missingAttribute,
  unknownAttribute,
  unknownType,
  unknownBlock,
  duplicateAttribute,
  duplicateAddress,
  readOnlyAttribute,
  wrongType,
  attributeNeedsNewerProvider,
  emptyValue,
  exactlyOneOf,
  unknownReference,
  instanceIndex,
  unknownReferenceAttribute,
  deprecatedResource,
  roleArnFormat,
  roleArnMismatch,
  durationOutOfRange,
  durationExceedsRoleMaximum,
  durationExceedsChainingLimit,
  externalIdIgnored,
  externalIdFormat,
  unknownRegion,
  autoattachDisabled,
  autoattachWithoutLabel,
  attachmentWithoutAccess,
  duplicateAttachment,
  stackNameAsId,
  attachmentBeforeRole,
  dependencyCycle,
  integrationUnattached,
  trustPrincipalMismatch,
  trustActionMissing,
  trustExternalIdMismatch,
  trustWildcardInStringEquals,
  trustLegacyExternalId,
  trustPhaseMissing,
  trustConditionBlocks,
  trustExplicitDeny,
  trustExternalIdOptional,
  trustExternalIdTooBroad,
  trustPublicPrincipal,
  trustTagSessionMissing,
  trustTagSessionCondition,
  trustPolicyInvalid,
  trustPolicyTooLong,
];
