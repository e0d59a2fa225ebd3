/** `resource "spacelift_aws_integration"`: the account-level integration. */
import { bool, number, setOfString, string } from "../schema.ts";
import type { BlockSchema } from "../schema.ts";
import { awsIntegrationGuide, providerPage, sessionDurationGuide, sessionTagsGuide } from "../vendorPages.ts";
import { customExternalId, generateCredentialsInWorker, id, region } from "./shared.ts";

const url = providerPage("resource", "spacelift_aws_integration");

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/aws_integration */
export const awsIntegration: BlockSchema = {
  mode: "resource",
  type: "spacelift_aws_integration",
  exactlyOneOf: [],
  blocks: [],
  since: "0.1.20",
  summary: "Lets Spacelift runs assume an IAM role in your AWS account.",
  description:
    "Lets Spacelift runs assume an IAM role in your AWS account and work with its short-lived credentials. " +
    "The integration belongs to the Spacelift account and does nothing until you attach it to a stack or " +
    "module with `spacelift_aws_integration_attachment`, or by an `autoattach:` label.",
  url,
  attributes: [
    {
      name: "name",
      type: string,
      presence: "required",
      notEmpty: true,
      summary: "The integration's name in Spacelift.",
      description:
        "The name that you see in Spacelift. You may change it later: the external ID uses the integration's " +
        "ID, not its name.",
      url,
    },
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
        "`arn:aws:iam::<account>:role/<path><name>`. If the role's trust policy refers to this integration, " +
        "write the ARN out from the account ID and the role's name: a reference to the role would make a " +
        "cycle that Terraform refuses to plan.",
      url,
    },
    {
      name: "duration_seconds",
      type: number,
      presence: "optional",
      default: 900,
      meaning: "duration",
      summary: "How long the credentials last, in seconds: 900 to 43200.",
      description:
        "How long the credentials of one session last, in seconds, from 900 (15 minutes) to 43200 " +
        "(12 hours). It must not be more than the role's `max_session_duration`, which is 3600 unless you " +
        "set it. While Spacelift itself assumes the role, keep to 3600 or less: AWS limits chained roles " +
        "to one hour.",
      url: sessionDurationGuide,
    },
    generateCredentialsInWorker(url),
    customExternalId(url),
    region("optional", "1.24.0"),
    {
      name: "space_id",
      type: string,
      presence: "optional-computed",
      refersTo: "spaceId",
      yields: "spaceId",
      summary: "The ID of the space that holds the integration.",
      description:
        "The ID (slug) of the space that holds the integration. Stacks and modules of that space, and of " +
        "spaces that inherit from it, can attach it. Left out, Spacelift chooses the space.",
      url,
    },
    {
      name: "labels",
      type: setOfString,
      presence: "optional",
      meaning: "labels",
      summary: "Labels; those with `autoattach:` attach the integration.",
      description:
        "Labels of the integration. With `autoattach_enabled = true`, the label `autoattach:<label>` attaches " +
        "the integration to each stack and module that has `<label>`.",
      url: awsIntegrationGuide,
    },
    {
      name: "autoattach_enabled",
      type: bool,
      presence: "optional",
      default: false,
      since: "1.41.0",
      summary: "Attach to stacks and modules by `autoattach:` labels.",
      description:
        "With `true`, the integration attaches itself to each stack and module whose label one of its " +
        "`autoattach:<label>` labels names. The role must then trust stacks that you may not know yet, so " +
        "its condition needs a pattern such as `<account>@<integration>@*`.",
      url: awsIntegrationGuide,
    },
    {
      name: "tag_assume_role",
      type: bool,
      presence: "optional",
      default: false,
      since: "1.44.0",
      summary: "Tag each session with its run, stack and space.",
      description:
        "With `true`, Spacelift tags each session with its run, stack and space. The role must then allow " +
        "`sts:TagSession` to Spacelift in a statement of its own, without the external ID condition.",
      url: sessionTagsGuide,
    },
    id(
      url,
      "The integration's ID, a 26-character code such as `01FPAH5J0JFYSM5953T9KT2VS9`. It is known after the " +
        "first apply and is the second part of the external ID.",
      "integrationId",
    ),
  ],
};
