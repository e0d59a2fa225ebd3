/**
 * `resource "spacelift_aws_role"` and its older name `spacelift_stack_aws_role`: one role on one stack or
 * module, without an integration.
 */
import { number, string } from "../schema.ts";
import type { BlockSchema } from "../schema.ts";
import { providerPage, sessionDurationGuide } from "../vendorPages.ts";
import {
  customExternalId,
  generateCredentialsInWorker,
  id,
  moduleId,
  olderName,
  region,
  stackId,
} from "./shared.ts";

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/aws_role */
export const awsRole = awsRoleNamed("spacelift_aws_role");

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/stack_aws_role */
export const stackAwsRole = awsRoleNamed("spacelift_stack_aws_role");

function awsRoleNamed(type: string): BlockSchema {
  const url = providerPage("resource", type);
  return {
    mode: "resource",
    type,
    exactlyOneOf: [["stack_id", "module_id"]],
    blocks: [],
    deprecated: {
      replacement: "spacelift_aws_integration",
      advice:
        "Use spacelift_aws_integration and an attachment: one integration serves many stacks, and reading and " +
        "writing can have roles of their own.",
    },
    summary: "Deprecated: gives one stack or module an IAM role.",
    description:
      olderName(type) +
      "Gives one stack or module an IAM role to assume. It still works, but `spacelift_aws_integration` with " +
      "`spacelift_aws_integration_attachment` replaces it. Its external ID has only two parts: " +
      "`<account>@<stack or module slug>`.",
    url,
    attributes: [
      {
        name: "role_arn",
        type: string,
        presence: "required",
        notEmpty: true,
        meaning: "roleArn",
        refersTo: "roleArn",
        yields: "roleArn",
        summary: "The ARN of the IAM role that runs assume.",
        description:
          "The ARN of the IAM role that runs assume, path included: " +
          "`arn:aws:iam::<account>:role/<path><name>`.",
        url,
      },
      stackId(url),
      moduleId(url),
      generateCredentialsInWorker(url),
      customExternalId(url),
      {
        name: "duration_seconds",
        type: number,
        presence: "optional-computed",
        meaning: "duration",
        summary: "How long the credentials last, in seconds: 900 to 43200.",
        description:
          "How long the credentials of one session last, in seconds, from 900 (15 minutes) to 43200 " +
          "(12 hours), and not more than the role's `max_session_duration`. Left out, Spacelift decides.",
        url: sessionDurationGuide,
      },
      region("optional", "1.25.0"),
      id(url, "The ID in Terraform's state, known after apply."),
    ],
  };
}
