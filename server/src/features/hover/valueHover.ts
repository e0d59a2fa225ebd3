/** Hover on a literal value of an attribute of the family: what it stands for. */
import { textOf, touches } from "../../base/span.ts";
import type { Expression } from "../../hcl/ast.ts";
import { autoattachTarget } from "../../spacelift/labels.ts";
import { inWords } from "../../spacelift/durations.ts";
import { regionNamed } from "../../spacelift/regions.ts";
import { isExpression } from "../../hcl/walk.ts";
import { boolMeaning } from "./boolMeaning.ts";
import {
  familyAttribute,
  paragraphs,
  spanOf,
  type FamilyAttribute,
  type Hover,
  type HoverContext,
} from "./context.ts";
import { inlineCode } from "./describeValue.ts";

export function valueHover(context: HoverContext): Hover | undefined {
  const found = familyAttribute(context);
  if (!found || !touches(found.node.value, context.offset)) return undefined;
  const node = context.path.findLast((candidate): candidate is Expression => isExpression(candidate));
  if (!node) return undefined;
  const meaning = meaningOf(found, node, context.text);
  if (meaning === undefined) return undefined;
  const link = `[Documentation](${found.attribute.url})`;
  return { span: spanOf(node), markdown: paragraphs(meaning, link) };
}

function meaningOf(
  { attribute, schema }: FamilyAttribute,
  node: Expression,
  text: string,
): string | undefined {
  const written = plainText(node, text);
  if (written === undefined) return undefined;
  if (attribute.type.kind === "bool") return boolMeaning(schema, attribute.name, written);
  switch (attribute.meaning) {
    case "duration":
      return durationMeaning(written);
    case "region":
      return regionMeaning(written);
    case "labels":
      return labelMeaning(written);
    case "roleArn":
      return roleArnMeaning(written);
    default:
      return undefined;
  }
}

/** What is between the quotes, or the literal itself. */
function plainText(node: Expression, text: string): string | undefined {
  switch (node.kind) {
    case "NumberLiteral":
      return node.text;
    case "BoolLiteral":
      return String(node.value);
    case "Template":
      return node.heredoc || !node.close
        ? undefined
        : textOf(text, { start: node.open.end, end: node.close.start });
    default:
      return undefined;
  }
}

function durationMeaning(written: string): string | undefined {
  const seconds = Number(written);
  return written === "" || !Number.isFinite(seconds) ? undefined : `**${inWords(seconds)}**`;
}

function regionMeaning(written: string): string | undefined {
  const region = regionNamed(written);
  return region && `${inlineCode(region.name)}: **${region.title}**`;
}

function labelMeaning(written: string): string | undefined {
  const label = autoattachTarget(written);
  return label === undefined
    ? undefined
    : `Attaches the integration to each stack and module that has the label ${inlineCode(label)}, while ` +
        "`autoattach_enabled` is true.";
}

const part = String.raw`((?:\$\{[^}]*\}|[^:$])*)`;
const roleArn = new RegExp(`^arn:${part}:iam::${part}:role/(.*)$`);

function roleArnMeaning(written: string): string | undefined {
  const [, partition, account, resource] = roleArn.exec(written) ?? [];
  if (partition === undefined || account === undefined || resource === undefined) return undefined;
  const slash = resource.lastIndexOf("/");
  const path = slash < 0 ? undefined : `- path: ${inlineCode(`/${resource.slice(0, slash + 1)}`)}`;
  return [
    `The IAM role ${inlineCode(resource.slice(slash + 1))}`,
    "",
    `- AWS account: ${inlineCode(account)}`,
    ...(path === undefined ? [] : [path]),
    `- partition: ${inlineCode(partition)}`,
  ].join("\n");
}
