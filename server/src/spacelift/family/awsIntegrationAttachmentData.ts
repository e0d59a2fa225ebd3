/** `data "spacelift_aws_integration_attachment"`: an attachment that was made elsewhere. */
import { bool, string } from "../schema.ts";
import type { BlockSchema } from "../schema.ts";
import { providerPage } from "../vendorPages.ts";
import { id, integrationId, moduleId, stackId } from "./shared.ts";

const url = providerPage("data", "spacelift_aws_integration_attachment");

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_integration_attachment */
export const awsIntegrationAttachmentData: BlockSchema = {
  mode: "data",
  type: "spacelift_aws_integration_attachment",
  exactlyOneOf: [["stack_id", "module_id"]],
  blocks: [],
  since: "0.1.20",
  summary: "Looks up how an integration is attached to a stack or module.",
  description:
    "Looks up how an AWS integration is attached to a stack or module: for reading, for writing, or for both.",
  url,
  attributes: [
    integrationId(url),
    stackId(url),
    moduleId(url),
    {
      name: "attachment_id",
      type: string,
      presence: "computed",
      summary: "Spacelift's internal ID of the attachment.",
      description: "Spacelift's internal ID of the attachment.",
      url,
    },
    {
      name: "read",
      type: bool,
      presence: "computed",
      summary: "Whether read phases, such as planning, use it.",
      description: "`true` where phases that only read, such as planning, use the integration.",
      url,
    },
    {
      name: "write",
      type: bool,
      presence: "computed",
      summary: "Whether write phases, such as applying, use it.",
      description: "`true` where phases that change things, such as applying, use the integration.",
      url,
    },
    id(url, "The attachment's ID in Terraform's state."),
  ],
};
