/**
 * The provider's types outside the family, so that none of them is taken for a misspelt one.
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs
 */
import type { ResourceMode } from "./schema.ts";

const resources = types(`
  api_key audit_trail_webhook azure_devops_integration azure_integration azure_integration_attachment
  bitbucket_datacenter_integration blueprint context context_attachment default_runner_image
  drift_detection environment_variable gcp_service_account gitlab_integration idp_group_mapping module
  mounted_file named_webhook named_webhook_secret_header plugin plugin_template policy policy_attachment
  repo repo_file role role_attachment run saved_filter scheduled_delete_stack scheduled_run
  scheduled_task security_email space stack stack_activator stack_dependency stack_dependency_reference
  stack_destructor stack_gcp_service_account stack_webhook task template template_deployment
  template_version terraform_provider user vcs_agent_pool version webhook worker_pool
  worker_pool_recycle
`);

const dataSources = types(`
  azure_devops_integration azure_integration azure_integration_attachment azure_integrations
  bitbucket_cloud_integration bitbucket_datacenter_integration context context_attachment contexts
  current_space current_stack drift_detection environment_variable gcp_service_account
  github_enterprise_integration gitlab_integration gitlab_webhook_endpoint idp_group_mapping ips module
  modules mounted_file named_webhook plugin plugin_template policies policy repo repos role role_actions
  saved_filter saved_filters scheduled_delete_stack scheduled_run scheduled_task space space_by_path
  spaces stack stack_gcp_service_account stack_outputs stack_webhook stacks template template_deployment
  template_version tool_versions user vcs_agent_pool vcs_agent_pools webhook worker_pool worker_pools
`);

/** By mode, all types of the Spacelift provider that the family does not have. */
export const spaceliftTypes: Readonly<Record<ResourceMode, ReadonlySet<string>>> = {
  resource: resources,
  data: dataSources,
};

function types(names: string): ReadonlySet<string> {
  return new Set(
    names
      .trim()
      .split(/\s+/)
      .map((name) => `spacelift_${name}`),
  );
}
