/** `data "spacelift_account"`: the account that the provider is logged in to. */
import { string } from "../schema.ts";
import type { BlockSchema } from "../schema.ts";
import { providerPage } from "../vendorPages.ts";
import { id } from "./shared.ts";

const url = providerPage("data", "spacelift_account");

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/account */
export const accountData: BlockSchema = {
  mode: "data",
  type: "spacelift_account",
  exactlyOneOf: [],
  blocks: [],
  summary: "Your Spacelift account: its name and the AWS account it works from.",
  description:
    "Your Spacelift account: its name, which begins every external ID, and the AWS account that Spacelift " +
    "assumes roles from. Nothing needs to be set.",
  url,
  attributes: [
    {
      name: "name",
      type: string,
      presence: "computed",
      summary: "The account's name, the first part of every external ID.",
      description:
        "The account's name, in the case in which Spacelift keeps it. It is the first part of every external " +
        "ID.",
      url,
    },
    {
      name: "aws_account_id",
      type: string,
      presence: "computed",
      since: "0.1.20",
      summary: "The AWS account that Spacelift assumes roles from.",
      description:
        "The 12-digit ID of the AWS account that Spacelift assumes roles from. As the principal of your trust " +
        "policy it is right on spacelift.io, us.spacelift.io and self-hosted installations alike.",
      url,
    },
    {
      name: "tier",
      type: string,
      presence: "computed",
      summary: "The account's billing tier.",
      description: "The account's billing tier.",
      url,
    },
    id(url, "The account's ID in Terraform's state."),
  ],
};
