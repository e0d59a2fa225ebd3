/**
 * Role ARNs that are written out: of roles that an integration cannot refer to, because their trust policy refers
 * to the integration and Terraform refuses a cycle, and of roles that are made elsewhere.
 */
import { textOf } from "../../base/span.ts";
import type { Block } from "../../hcl/ast.ts";
import { attributeOf } from "../../terraform/block.ts";
import { dependentsOf } from "../../terraform/dependencies.ts";
import { declarationsOfType, type BlockDeclaration, type Module } from "../../terraform/module.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import { insertText } from "./insertion.ts";
import { literalText } from "../literals.ts";
import type { ValuePlace } from "./place.ts";
import { literal, placeholder } from "./snippetText.ts";

export function roleArnItems(context: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  const [block] = place.blocks;
  if (!block) return [];
  const account = accountText(context.module);
  const dependents = dependentsOfBlock(context.module, block);
  const cyclic = declarationsOfType(context.module, "resource", "aws_iam_role")
    .filter(({ address }) => dependents.has(address))
    .flatMap((role) => spelledOut(role, account));
  return [
    ...cyclic.map(({ role, arn, snippet }, index) => ({
      kind: "value" as const,
      label: arn,
      detail: `ARN of ${role.address}, without a reference`,
      documentation: whyWithoutReference(role),
      rank: index,
      ...insertText(place, context.text, arn, snippet),
    })),
    generalArn(context, place, account),
  ];
}

/** The addresses of what needs the block first. */
export function dependentsOfBlock(module: Module, block: Block): ReadonlySet<string> {
  const own = module.declarations.find(
    (declaration) => declaration.kind !== "local" && declaration.block === block,
  );
  return own ? dependentsOf(module, [own.address]) : new Set();
}

interface AccountText {
  readonly text: string;
  readonly snippet: string;
}

/** The AWS account of the role, as text of a string. */
function accountText(module: Module): AccountText {
  const identity = declarationsOfType(module, "data", "aws_caller_identity")[0];
  if (!identity || identity.name === "")
    return { text: "<account>", snippet: placeholder(1, "123456789012") };
  const text = `\${${identity.address}.account_id}`;
  return { text, snippet: literal(text) };
}

function spelledOut(
  role: BlockDeclaration,
  account: AccountText,
): readonly { role: BlockDeclaration; arn: string; snippet: string }[] {
  const name = textIn(role, "name");
  if (name === undefined) return [];
  const path = textIn(role, "path") ?? "/";
  const head = "arn:aws:iam::";
  const tail = `:role${path}${name}`;
  const snippet = `${head}${account.snippet}${literal(tail)}`;
  return [{ role, arn: head + account.text + tail, snippet }];
}

/** The attribute as text of a string: its own, or an interpolation of what it is. */
function textIn(role: BlockDeclaration, name: string): string | undefined {
  const value = attributeOf(role.block, name)?.value;
  if (!value) return undefined;
  const [known] = literalText(value);
  if (known !== undefined) return known;
  const source = textOf(role.file.syntax.text, value);
  if (value.kind === "GetAttribute" || value.kind === "Index") return `\${${source}}`;
  return value.kind === "Template" && !value.heredoc && value.close ? source.slice(1, -1) : undefined;
}

function whyWithoutReference(role: BlockDeclaration): string {
  return (
    `The trust policy of \`${role.address}\` depends on this integration. A reference to the role here would make ` +
    "a cycle, which Terraform refuses to plan, so the ARN is written out."
  );
}

function generalArn(context: CompletionContext, place: ValuePlace, account: AccountText): CompletionItem {
  const label = `arn:aws:iam::${account.text}:role/<name>`;
  const snippet = `arn:aws:iam::${account.snippet}:role/${placeholder(2, "name")}`;
  return {
    kind: "snippet",
    label,
    detail: "ARN of a role",
    documentation:
      "The ARN of a role that is made elsewhere. If the role has a path, it belongs into the ARN.",
    rank: 300,
    ...insertText(place, context.text, label, snippet),
  };
}
