/** `data "spacelift_aws_integrations"`: all integrations, or those with certain labels. */
import { setOfString, string } from "../schema.ts";
import type { AttributeSchema, BlockSchema } from "../schema.ts";
import { providerPage } from "../vendorPages.ts";
import { id, integrationDetails, region } from "./shared.ts";

const url = providerPage("data", "spacelift_aws_integrations");

const integration: readonly AttributeSchema[] = [
  {
    name: "integration_id",
    type: string,
    presence: "computed",
    yields: "integrationId",
    summary: "The integration's ID.",
    description: "The integration's ID, a 26-character code such as `01FPAH5J0JFYSM5953T9KT2VS9`.",
    url,
  },
  {
    name: "name",
    type: string,
    presence: "computed",
    summary: "The integration's name.",
    description: "The integration's name in Spacelift.",
    url,
  },
  ...integrationDetails(url),
  region("computed", "1.24.0"),
];

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_integrations */
export const awsIntegrationsData: BlockSchema = {
  mode: "data",
  type: "spacelift_aws_integrations",
  exactlyOneOf: [],
  blocks: [],
  since: "0.1.31",
  summary: "Lists the AWS integrations of the Spacelift account.",
  description:
    "Lists the AWS integrations that you may see in the Spacelift account: all of them, or those that have " +
    "the labels you name.",
  url,
  attributes: [
    {
      name: "labels",
      type: setOfString,
      presence: "optional",
      meaning: "labels",
      summary: "List only integrations that have these labels.",
      description: "List only integrations that have these labels. Left out, all are listed.",
      url,
    },
    {
      name: "integrations",
      type: { kind: "list", of: { kind: "object", attributes: integration } },
      presence: "computed",
      summary: "The integrations found.",
      description:
        "The integrations found, each with the attributes of `data.spacelift_aws_integration`; the ID is " +
        "called `integration_id`.",
      url,
    },
    id(url, "The ID in Terraform's state; it means nothing outside it."),
  ],
};
