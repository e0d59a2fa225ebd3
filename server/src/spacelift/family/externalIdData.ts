/** `data "spacelift_aws_integration_attachment_external_id"`: the external ID that Spacelift will send. */
import { bool, string } from "../schema.ts";
import type { BlockSchema } from "../schema.ts";
import { externalIdGuide, providerPage } from "../vendorPages.ts";
import { id, integrationId, moduleId, stackId } from "./shared.ts";

const url = providerPage("data", "spacelift_aws_integration_attachment_external_id");

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_integration_attachment_external_id */
export const externalIdData: BlockSchema = {
  mode: "data",
  type: "spacelift_aws_integration_attachment_external_id",
  exactlyOneOf: [["stack_id", "module_id"]],
  atLeastOneTrue: ["read", "write"],
  blocks: [],
  since: "0.1.20",
  summary: "The external ID and trust policy statement for one attachment.",
  description:
    "Asks Spacelift for the external ID that it will send for one integration on one stack or module, and for " +
    "a ready trust policy statement. It works before anything is attached, so you can write the role's trust " +
    "policy first.",
  url,
  attributes: [
    integrationId(url),
    stackId(url),
    moduleId(url),
    {
      name: "read",
      type: bool,
      presence: "optional",
      summary: "Ask for the external ID of read phases.",
      description:
        "With `true`, the attachment will be used for phases that only read, such as planning. At least one " +
        "of `read` and `write` must be true; here, unlike on the attachment, neither is by default.",
      url,
    },
    {
      name: "write",
      type: bool,
      presence: "optional",
      summary: "Ask for the external ID of write phases.",
      description:
        "With `true`, the attachment will be used for phases that change things, such as applying. With " +
        "`read = true` as well, you get one external ID, the one that ends in `@write`.",
      url,
    },
    {
      name: "external_id",
      type: string,
      presence: "computed",
      meaning: "externalId",
      summary: "The external ID that Spacelift will send.",
      description:
        "The external ID that Spacelift will send: `<account>@<integration>@<stack or module>@<read|write>`.",
      url: externalIdGuide,
    },
    {
      name: "assume_role_policy_statement",
      type: string,
      presence: "computed",
      meaning: "policyStatement",
      summary: "A ready trust policy statement, as JSON.",
      description:
        "A ready statement for the role's trust policy, as JSON text. Put it into `Statement` with " +
        '`jsondecode(...)`, inside `jsonencode({ Version = "2012-10-17", Statement = [...] })`.',
      url,
    },
    id(url, "The ID in Terraform's state."),
  ],
};
