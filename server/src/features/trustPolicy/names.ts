/** How a generated policy names Spacelift's account: by data source, or by what the settings say. */
import { dataSource } from "../../analysis/dataSource.ts";
import type { ModuleView } from "../../analysis/moduleView.ts";
import { text, writeBlock } from "../../hcl/write.ts";
import { hostedInstance } from "../../spacelift/instances.ts";
import type { Settings } from "../../workspace/settings.ts";

/** Who is trusted, as parts of Terraform expressions. */
export interface TrustedNames {
  /** The account's name as the inside of a template. */
  readonly account: string;
  /** The principal as an expression. */
  readonly principal: string;
  /** The partition of the principal and so of the role. */
  readonly partition: string;
  readonly missingBlocks: readonly string[];
}

export function spaceliftNames(view: ModuleView): TrustedNames {
  const { settings } = view;
  const source = dataSource(view, "spacelift_account", "this");
  const principal = configuredPrincipal(settings);
  const needed = settings.accountName === "" || principal === undefined;
  return {
    account: settings.accountName === "" ? `\${${source.address}.name}` : settings.accountName,
    principal: principal === undefined ? `${source.address}.aws_account_id` : JSON.stringify(principal),
    partition: /^arn:([^:]+):/.exec(principal ?? "")?.[1] ?? "aws",
    missingBlocks: needed && source.missingBlock !== undefined ? [source.missingBlock] : [],
  };
}

/** The name of the variable that says which identity the private workers have. */
const workerVariable = "spacelift_worker_role_arn";

/** Credentials that a private worker generates: only the person who runs the workers knows what identity they have. */
export function workerNames(view: ModuleView): TrustedNames {
  const block = writeBlock(`variable "${workerVariable}"`, [
    { key: "description", value: text('"ARN of the IAM role that your Spacelift private workers run as."') },
    { key: "type", value: text("string") },
  ]);
  return {
    account: "",
    principal: `var.${workerVariable}`,
    partition: "aws",
    missingBlocks: view.module.byAddress.has(`var.${workerVariable}`) ? [] : [block],
  };
}

/** The AWS account that the settings name; undefined where `data.spacelift_account` has to tell. */
export function configuredPrincipal({ instance, principal }: Settings): string | undefined {
  switch (instance) {
    case "spacelift.io":
    case "us.spacelift.io":
      return hostedInstance(instance)?.awsAccountId;
    case "self-hosted":
      return principal === "" ? undefined : principal;
    case "auto":
      return undefined;
  }
}
