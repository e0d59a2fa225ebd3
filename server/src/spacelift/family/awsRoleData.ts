/** `data "spacelift_aws_role"` and its older name `spacelift_stack_aws_role`. */
import { bool, number, string } from "../schema.ts";
import type { BlockSchema } from "../schema.ts";
import { providerPage } from "../vendorPages.ts";
import { id, moduleId, olderName, region, stackId } from "./shared.ts";

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_role */
export const awsRoleData = awsRoleDataNamed("spacelift_aws_role");

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/stack_aws_role */
export const stackAwsRoleData = awsRoleDataNamed("spacelift_stack_aws_role");

function awsRoleDataNamed(type: string): BlockSchema {
  const url = providerPage("data", type);
  return {
    mode: "data",
    type,
    exactlyOneOf: [["stack_id", "module_id"]],
    blocks: [],
    summary: "Looks up the IAM role of one stack or module.",
    description:
      olderName(type) +
      "Looks up the IAM role that `spacelift_aws_role` gave to one stack or module. For roles that come " +
      "through an integration, use `data.spacelift_aws_integration`.",
    url,
    attributes: [
      stackId(url),
      moduleId(url),
      {
        name: "role_arn",
        type: string,
        presence: "computed",
        meaning: "roleArn",
        yields: "roleArn",
        summary: "The ARN of the role that runs assume.",
        description: "The ARN of the IAM role that runs of this stack or module assume.",
        url,
      },
      {
        name: "duration_seconds",
        type: number,
        presence: "computed",
        meaning: "duration",
        summary: "How long the credentials last, in seconds.",
        description: "How long the credentials of one session last, in seconds.",
        url,
      },
      {
        name: "external_id",
        type: string,
        presence: "computed",
        meaning: "externalId",
        summary: "The custom external ID of a private worker.",
        description: "The custom external ID that a private worker sends; empty where none was set.",
        url,
      },
      {
        name: "generate_credentials_in_worker",
        type: bool,
        presence: "computed",
        summary: "Whether the private worker assumes the role.",
        description: "`true` where your private worker assumes the role, `false` where Spacelift does.",
        url,
      },
      region("computed", "1.25.0"),
      id(url, "The ID in Terraform's state."),
    ],
  };
}
