/** `data "spacelift_aws_integration"`: one integration that was made elsewhere. */
import { string } from "../schema.ts";
import type { BlockSchema } from "../schema.ts";
import { providerPage } from "../vendorPages.ts";
import { id, integrationDetails, region } from "./shared.ts";

const url = providerPage("data", "spacelift_aws_integration");

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_integration */
export const awsIntegrationData: BlockSchema = {
  mode: "data",
  type: "spacelift_aws_integration",
  exactlyOneOf: [["integration_id", "name"]],
  blocks: [],
  since: "0.1.20",
  summary: "Looks up an AWS integration by ID or name.",
  description:
    "Looks up an AWS integration that was made elsewhere, by its ID or its name, so that you can attach it or " +
    "read its role.",
  url,
  attributes: [
    {
      name: "integration_id",
      type: string,
      presence: "optional-computed",
      notEmpty: true,
      refersTo: "integrationId",
      yields: "integrationId",
      summary: "The integration's ID; set this or `name`.",
      description:
        "The ID of the integration to look up, a 26-character code such as `01FPAH5J0JFYSM5953T9KT2VS9`. " +
        "Set either this or `name`, never both.",
      url,
    },
    {
      name: "name",
      type: string,
      presence: "optional-computed",
      summary: "The integration's name; set this or `integration_id`.",
      description:
        "The name of the integration to look up, exactly as Spacelift shows it. Set either this or " +
        "`integration_id`, never both.",
      url,
    },
    region("optional-computed", "1.24.0"),
    ...integrationDetails(url),
    id(url, "The integration's ID, the same as `integration_id`.", "integrationId"),
  ],
};
