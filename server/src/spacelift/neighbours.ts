/**
 * Types outside the family that the family refers to, with every attribute that they have: enough to check
 * references to them, not to check them. Nested blocks are attributes too where one refers to them.
 */
import type { Referent, ResourceMode } from "./schema.ts";

interface NeighbourType {
  readonly mode: ResourceMode;
  readonly type: string;
  readonly attributes: readonly string[];
  /** What a reference to an attribute names. */
  readonly yields: Readonly<Record<string, Referent>>;
  /** All attributes of all provider versions are listed, so that another name is a mistake. */
  readonly complete: boolean;
}

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/stack */
const stackAttributes = words(`
  additional_project_globs administrative after_apply after_destroy after_init after_perform after_plan after_run
  ansible autodeploy autoretry aws_assume_role_policy_statement azure_devops before_apply before_destroy before_init
  before_perform before_plan bitbucket_cloud bitbucket_datacenter branch cloudformation description
  enable_local_preview enable_sensitive_outputs_upload enable_well_known_secret_masking git_sparse_checkout_paths
  github_enterprise gitlab id kubernetes labels manage_state name opentofu project_root protect_from_deletion pulumi
  raw_git repository runner_image showcase space_id spacelift_repo terraform_external_state_access
  terraform_smart_sanitization terraform_version terraform_workflow_tool terraform_workspace terragrunt
  worker_pool_id
`);

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/module */
const moduleAttributes = words(`
  administrative aws_assume_role_policy_statement azure_devops bitbucket_cloud bitbucket_datacenter branch
  description enable_local_preview git_sparse_checkout_paths github_enterprise gitlab id labels name project_root
  protect_from_deletion raw_git repository runner_image shared_accounts space_id space_shares spacelift_repo
  terraform_provider worker_pool_id workflow_tool
`);

/** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/space */
const spaceAttributes = words("description id inherit_entities labels name parent_space_id");

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_role */
const roleAttributes = words(`
  arn assume_role_policy create_date description id max_session_duration name path permissions_boundary
  role_last_used tags unique_id
`);

export const neighbourTypes: readonly NeighbourType[] = [
  {
    mode: "resource",
    type: "spacelift_stack",
    // The older attributes came back as blocks, or left with their providers; a reference may still name them.
    attributes: [
      ...stackAttributes,
      ...words("allow_run_promotion github_action_deploy import_state import_state_file slug"),
      ...words("readers_team writers_team wait_for_destroy"),
    ],
    yields: { id: "stackId", space_id: "spaceId" },
    complete: true,
  },
  {
    mode: "data",
    type: "spacelift_stack",
    attributes: [...stackAttributes, ...words("enabled stack_id readers_team writers_team")],
    yields: { id: "stackId", stack_id: "stackId", space_id: "spaceId" },
    complete: true,
  },
  {
    mode: "data",
    type: "spacelift_current_stack",
    attributes: ["id"],
    yields: { id: "stackId" },
    complete: true,
  },
  {
    mode: "resource",
    type: "spacelift_module",
    attributes: [...moduleAttributes, "public"],
    yields: { id: "moduleId", space_id: "spaceId" },
    complete: true,
  },
  {
    mode: "data",
    type: "spacelift_module",
    attributes: [...moduleAttributes, "module_id"],
    yields: { id: "moduleId", module_id: "moduleId", space_id: "spaceId" },
    complete: true,
  },
  {
    mode: "resource",
    type: "spacelift_space",
    attributes: spaceAttributes,
    yields: { id: "spaceId" },
    complete: true,
  },
  {
    mode: "data",
    type: "spacelift_space",
    attributes: [...spaceAttributes, "space_id"],
    yields: { id: "spaceId", space_id: "spaceId" },
    complete: true,
  },
  {
    mode: "data",
    type: "spacelift_space_by_path",
    attributes: [...spaceAttributes, "space_path"],
    yields: { id: "spaceId" },
    complete: true,
  },
  {
    mode: "data",
    type: "spacelift_current_space",
    attributes: spaceAttributes,
    yields: { id: "spaceId" },
    complete: true,
  },
  {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role
    mode: "resource",
    type: "aws_iam_role",
    attributes: [
      ...roleAttributes,
      ...words("force_detach_policies inline_policy managed_policy_arns name_prefix tags_all"),
    ],
    yields: { arn: "roleArn" },
    complete: true,
  },
  {
    mode: "data",
    type: "aws_iam_role",
    attributes: roleAttributes,
    yields: { arn: "roleArn" },
    complete: true,
  },
  {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
    // Newer versions of the provider still add attributes that split large documents.
    mode: "data",
    type: "aws_iam_policy_document",
    attributes: words(`
      id json minified_json override_json override_policy_documents policy_id source_json source_policy_documents
      statement version
    `),
    yields: {},
    complete: false,
  },
];

const byAddress: ReadonlyMap<string, NeighbourType> = new Map(
  neighbourTypes.map((type) => [`${type.mode}.${type.type}`, type]),
);

export function neighbourType(mode: ResourceMode, type: string): NeighbourType | undefined {
  return byAddress.get(`${mode}.${type}`);
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
