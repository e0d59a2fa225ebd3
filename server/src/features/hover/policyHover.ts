/** Hover on the words of a trust policy that have to do with Spacelift: its AWS accounts, actions, condition keys. */
import type { Node } from "../../hcl/ast.ts";
import { accountOfPrincipal, instanceOfAccount } from "../../spacelift/instances.ts";
import {
  assumeRoleReference,
  awsIntegrationGuide,
  externalIdGuide,
  sessionTagsGuide,
} from "../../spacelift/vendorPages.ts";
import { paragraphs, spanOf, type Hover, type HoverContext } from "./context.ts";
import { inlineCode } from "./describeValue.ts";
import { literalText } from "../literals.ts";

export function policyHover({ path }: HoverContext): Hover | undefined {
  const template = path.findLast((node: Node) => node.kind === "Template");
  if (template?.kind !== "Template") return undefined;
  const [text] = literalText(template);
  const markdown = text === undefined ? undefined : (words[text.toLowerCase()] ?? accountMeaning(text));
  return markdown === undefined ? undefined : { span: spanOf(template), markdown };
}

/** By their names in lower case: IAM takes them in any case. */
const words: Readonly<Record<string, string>> = {
  "sts:externalid": paragraphs(
    "The external ID that the caller sends. Spacelift sends `<account>@<integration>@<stack or module>@<read|write>`; " +
      "the trust policy must admit it, and must not admit a session without one.",
    `[External IDs](${externalIdGuide})`,
  ),
  "sts:assumerole": paragraphs(
    "What Spacelift calls to get credentials for a run. The role must allow it to Spacelift's AWS account.",
    `[sts:AssumeRole](${assumeRoleReference})`,
  ),
  "sts:tagsession": paragraphs(
    "What Spacelift needs in addition where the integration has `tag_assume_role = true`. It belongs in a statement " +
      "of its own: the condition on `sts:ExternalId` never holds for it.",
    `[Session tags](${sessionTagsGuide})`,
  ),
};

function accountMeaning(text: string): string | undefined {
  const account = accountOfPrincipal(text);
  const instance = account === undefined ? undefined : instanceOfAccount(account);
  return (
    instance &&
    paragraphs(
      `Spacelift's AWS account of **${instance.label}**: ${inlineCode(instance.awsAccountId)}`,
      `[Documentation](${awsIntegrationGuide})`,
    )
  );
}
