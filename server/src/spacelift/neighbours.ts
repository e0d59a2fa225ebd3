/**
 * The types that stand beside the family: its attachments, ARNs and slugs come from them. Only the names of their
 * attributes and nested blocks are here, for references to them.
 */
import type { ResourceMode } from "./schema.ts";

export interface Neighbour {
  readonly mode: ResourceMode;
  readonly type: string;
  readonly attributes: readonly string[];
}

const vcs = ["azure_devops", "bitbucket_cloud", "bitbucket_datacenter", "github_enterprise", "gitlab", "raw_git"];

const hooks = ["apply", "destroy", "init", "perform", "plan"].flatMap((phase) => [
  `before_${phase}`,
  `after_${phase}`,
]);

const stack = [
  ...vcs,
  ...hooks,
  "after_run",
  "id",
  "name",
  "slug",
  "branch",
  "repository",
  "space_id",
  "labels",
  "description",
  "additional_project_globs",
  "administrative",
  "allow_run_promotion",
  "ansible",
  "autodeploy",
  "autoretry",
  "aws_assume_role_policy_statement",
  "cloudformation",
  "enable_local_preview",
  "enable_sensitive_outputs_upload",
  "enable_well_known_secret_masking",
  "git_sparse_checkout_paths",
  "github_action_deploy",
  "import_state",
  "import_state_file",
  "kubernetes",
  "manage_state",
  "opentofu",
  "project_root",
  "protect_from_deletion",
  "pulumi",
  "runner_image",
  "showcase",
  "spacelift_repo",
  "terraform_external_state_access",
  "terraform_smart_sanitization",
  "terraform_version",
  "terraform_workflow_tool",
  "terraform_workspace",
  "terragrunt",
  "worker_pool_id",
];

const module = [
  ...vcs,
  "id",
  "name",
  "branch",
  "repository",
  "space_id",
  "labels",
  "description",
  "administrative",
  "aws_assume_role_policy_statement",
  "enable_local_preview",
  "git_sparse_checkout_paths",
  "project_root",
  "protect_from_deletion",
  "public",
  "runner_image",
  "shared_accounts",
  "space_shares",
  "spacelift_repo",
  "terraform_provider",
  "worker_pool_id",
  "workflow_tool",
];

const role = [
  "id",
  "arn",
  "name",
  "path",
  "unique_id",
  "assume_role_policy",
  "create_date",
  "description",
  "max_session_duration",
  "permissions_boundary",
  "tags",
];

export const neighbours: readonly Neighbour[] = [
  /** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/stack */
  { mode: "resource", type: "spacelift_stack", attributes: stack },
  /** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/stack */
  { mode: "data", type: "spacelift_stack", attributes: [...stack, "stack_id", "enabled"] },
  /** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/module */
  { mode: "resource", type: "spacelift_module", attributes: module },
  /** https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/module */
  { mode: "data", type: "spacelift_module", attributes: [...module, "module_id"] },
  /** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role */
  {
    mode: "resource",
    type: "aws_iam_role",
    attributes: [
      ...role,
      "name_prefix",
      "force_detach_policies",
      "inline_policy",
      "managed_policy_arns",
      "role_last_used",
      "tags_all",
    ],
  },
  /** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_role */
  { mode: "data", type: "aws_iam_role", attributes: [...role, "role_last_used"] },
];

export function neighbourType(mode: ResourceMode, type: string): Neighbour | undefined {
  return neighbours.find((neighbour) => neighbour.mode === mode && neighbour.type === type);
}
