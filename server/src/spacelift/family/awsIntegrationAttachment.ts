/** `resource "spacelift_aws_integration_attachment"`: one integration on one stack or module. */
import { bool, string } from "../schema.ts";
import type { BlockSchema } from "../schema.ts";
import { providerPage } from "../vendorPages.ts";
import { id, integrationId, moduleId, stackId } from "./shared.ts";

const url = providerPage("resource", "spacelift_aws_integration_attachment");

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/aws_integration_attachment */
export const awsIntegrationAttachment: BlockSchema = {
  mode: "resource",
  type: "spacelift_aws_integration_attachment",
  exactlyOneOf: [["stack_id", "module_id"]],
  atLeastOneTrue: ["read", "write"],
  blocks: [],
  since: "0.1.20",
  summary: "Attaches an AWS integration to one stack or module.",
  description:
    "Attaches an AWS integration to one stack or module, so that its runs get AWS credentials. Spacelift " +
    "tests the role when it attaches: the role and its trust policy must exist by then, so add " +
    "`depends_on = [aws_iam_role.<name>]` where the role is in the same module.",
  url,
  attributes: [
    integrationId(url),
    stackId(url),
    moduleId(url),
    {
      name: "read",
      type: bool,
      presence: "optional",
      default: true,
      summary: "Use the integration for read phases, such as planning.",
      description:
        "With `true`, phases that only read, such as planning, use this integration. A read-only attachment " +
        "sends an external ID that ends in `@read`. At least one of `read` and `write` must be true.",
      url,
    },
    {
      name: "write",
      type: bool,
      presence: "optional",
      default: true,
      summary: "Use the integration for write phases, such as applying.",
      description:
        "With `true`, phases that change things, such as applying, use this integration, with an external " +
        "ID that ends in `@write`. At least one of `read` and `write` must be true.",
      url,
    },
    {
      name: "attachment_id",
      type: string,
      presence: "computed",
      summary: "Spacelift's internal ID of the attachment; read-only.",
      description: "Spacelift's internal ID of the attachment, known after apply.",
      url,
    },
    id(url, "The attachment's ID in Terraform's state, known after apply."),
  ],
};
