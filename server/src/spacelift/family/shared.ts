/** Attributes that several types of the family share word for word. */
import { bool, number, setOfString, string } from "../schema.ts";
import type { AttributeSchema, Presence, Referent } from "../schema.ts";
import { awsIntegrationGuide, regionalStsGuide, sessionTagsGuide } from "../vendorPages.ts";

/** Terraform's own `id`; `yields` where it names a thing that other attributes refer to. */
export function id(url: string, description: string, yields?: Referent): AttributeSchema {
  return {
    name: "id",
    type: string,
    presence: "computed",
    ...(yields === undefined ? {} : { yields }),
    summary: "The ID in Terraform's state; read-only.",
    description,
    url,
  };
}

/** `spacelift_aws_role` was once called otherwise, and the provider still has both names. */
export function olderName(type: string): string {
  return type === "spacelift_stack_aws_role" ? "The older name of `spacelift_aws_role`. " : "";
}

/** `integration_id` where an attachment or its external ID asks for it. */
export function integrationId(url: string): AttributeSchema {
  return {
    name: "integration_id",
    type: string,
    presence: "required",
    notEmpty: true,
    refersTo: "integrationId",
    summary: "The ID of the AWS integration.",
    description:
      "The ID of the AWS integration, not its name. Refer to it as `spacelift_aws_integration.<name>.id`. " +
      "The ID is a 26-character code such as `01FPAH5J0JFYSM5953T9KT2VS9`.",
    url,
  };
}

/** `stack_id`, one of the exactly-one-of pair. */
export function stackId(url: string): AttributeSchema {
  return {
    name: "stack_id",
    type: string,
    presence: "optional",
    refersTo: "stackId",
    summary: "The ID (slug) of the stack.",
    description:
      "The ID of the stack, which is its slug: `my-stack`, not `My stack`. " +
      "Refer to it as `spacelift_stack.<name>.id`. Set either this or `module_id`, never both.",
    url,
  };
}

/** `module_id`, the other of the exactly-one-of pair. */
export function moduleId(url: string): AttributeSchema {
  return {
    name: "module_id",
    type: string,
    presence: "optional",
    refersTo: "moduleId",
    summary: "The ID (slug) of the module.",
    description:
      "The ID of the module in Spacelift's registry, such as `terraform-aws-network`. " +
      "Refer to it as `spacelift_module.<name>.id`. Set either this or `stack_id`, never both.",
    url,
  };
}

/** `generate_credentials_in_worker` where it may be set. */
export function generateCredentialsInWorker(url: string): AttributeSchema {
  return {
    name: "generate_credentials_in_worker",
    type: bool,
    presence: "optional",
    default: false,
    summary: "Let your private worker assume the role, instead of Spacelift.",
    description:
      "Who assumes the role. With `false`, Spacelift does, and the role must trust Spacelift's AWS account. " +
      "With `true`, your private worker does with its own credentials, so the role must trust the worker's " +
      "role or account instead, and Spacelift checks nothing when you attach. Needs private workers.",
    url,
  };
}

/** `external_id` where it may be set. */
export function customExternalId(url: string): AttributeSchema {
  return {
    name: "external_id",
    type: string,
    presence: "optional",
    meaning: "externalId",
    summary: "Your own external ID; private workers only.",
    description:
      "The external ID that your private worker sends when it assumes the role. It counts only with " +
      "`generate_credentials_in_worker = true`: otherwise Spacelift composes the external ID itself and " +
      "ignores this one. 2 to 1224 letters, digits and `_+=,.@:/-`.",
    url,
  };
}

/** `region`, however it is present. */
export function region(presence: Presence, since?: string): AttributeSchema {
  return {
    name: "region",
    type: string,
    presence,
    ...(since === undefined ? {} : { since }),
    meaning: "region",
    summary: "The AWS region whose STS endpoint is asked for credentials.",
    description:
      "The AWS region whose STS endpoint is asked for credentials, such as `eu-west-1`. It is not the region " +
      "that your code deploys to: set that on the AWS provider. The endpoint must be active in the account " +
      "that holds the role.",
    url: regionalStsGuide,
  };
}

/** What a data source hands out of an integration; the `integrations` list has the same members. */
export function integrationDetails(url: string): readonly AttributeSchema[] {
  return [
    {
      name: "role_arn",
      type: string,
      presence: "computed",
      meaning: "roleArn",
      yields: "roleArn",
      summary: "The ARN of the role that runs assume.",
      description: "The ARN of the IAM role that runs assume through this integration.",
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
      description:
        "The custom external ID that a private worker sends; empty where none was set. It is **not** the " +
        "external ID that Spacelift sends: read that from " +
        "`data.spacelift_aws_integration_attachment_external_id`.",
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
    {
      name: "labels",
      type: setOfString,
      presence: "computed",
      meaning: "labels",
      summary: "The integration's labels.",
      description: "The integration's labels, those that begin with `autoattach:` included.",
      url,
    },
    {
      name: "space_id",
      type: string,
      presence: "computed",
      yields: "spaceId",
      summary: "The ID of the space that holds the integration.",
      description: "The ID of the space that holds the integration, such as `root`.",
      url,
    },
    {
      name: "autoattach_enabled",
      type: bool,
      presence: "computed",
      since: "1.41.0",
      summary: "Whether `autoattach:` labels are acted on.",
      description:
        "`true` where the integration attaches itself to stacks and modules by its `autoattach:` labels.",
      url: awsIntegrationGuide,
    },
    {
      name: "tag_assume_role",
      type: bool,
      presence: "computed",
      since: "1.44.0",
      summary: "Whether sessions carry session tags.",
      description: "`true` where Spacelift tags each session with its run, stack and space.",
      url: sessionTagsGuide,
    },
  ];
}
