/** How a generated policy names Spacelift's account: by data source, or by what the settings say. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import { textOf } from "../../base/span.ts";
import { text, writeBlock } from "../../hcl/write.ts";
import { hostedInstance } from "../../spacelift/instances.ts";
import { attributeOf } from "../../terraform/block.ts";
import { declarationsOfType, type BlockDeclaration } from "../../terraform/module.ts";
import type { Settings } from "../../workspace/settings.ts";

/** A data source to refer to, and the block to add where the module has none. */
interface DataSource {
  readonly address: string;
  readonly missingBlock: string | undefined;
}

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

/**
 * The module's own data source of the type, or a new one. With a provider's alias only one that has the same will do:
 * another may speak of another account.
 */
export function dataSource(view: ModuleView, type: string, name: string, provider?: string): DataSource {
  const known = declarationsOfType(view.module, "data", type).find(
    (declaration) => providerOf(declaration) === provider && !isRepeated(declaration),
  );
  if (known) return { address: known.address, missingBlock: undefined };
  const free = freeName(view, `data.${type}.`, name);
  const items =
    provider === undefined ? [] : [{ key: "provider", value: { kind: "text", text: provider } } as const];
  return { address: `data.${type}.${free}`, missingBlock: writeBlock(`data "${type}" "${free}"`, items) };
}

/** The text of the `provider` meta-argument. */
export function providerOf({ block, file }: BlockDeclaration): string | undefined {
  const provider = attributeOf(block, "provider");
  return provider && textOf(file.syntax.text, provider.value);
}

export function isRepeated({ block }: BlockDeclaration): boolean {
  return (attributeOf(block, "count") ?? attributeOf(block, "for_each")) !== undefined;
}

/** The name, or the name with the first number that makes the address a new one. */
export function freeName(view: ModuleView, prefix: string, name: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (!view.module.byAddress.has(prefix + candidate)) return candidate;
  }
}
