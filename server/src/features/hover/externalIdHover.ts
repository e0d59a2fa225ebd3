/** Hover on an external ID, or a pattern for some: its format, and what each segment stands for. */
import { textOf } from "../../base/span.ts";
import type { Node, Template } from "../../hcl/ast.ts";
import {
  describeExternalId,
  hole,
  type ExternalIdPart,
  type ExternalIdSegment,
} from "../../spacelift/describeExternalId.ts";
import { externalIdShapes, type ExternalIdFormat } from "../../spacelift/externalId.ts";
import { awsIntegrationGuide } from "../../spacelift/vendorPages.ts";
import { paragraphs, spanOf, type Hover, type HoverContext } from "./context.ts";
import { inlineCode } from "./describeValue.ts";

export function externalIdHover({ path, text }: HoverContext): Hover | undefined {
  const template = path.findLast((node): node is Template => node.kind === "Template");
  if (!template || template.heredoc || !template.close) return undefined;
  const inside = { start: template.open.end, end: template.close.start };
  const described = describeExternalId(withHoles(text, template));
  const written = textOf(text, inside);
  const expected = isUnderExternalIdKey(path, text);
  if (described.kind === "other") {
    return expected
      ? { span: spanOf(template), markdown: `No external ID of Spacelift matches this. ${described.reason}` }
      : undefined;
  }
  if (!expected && !isUnmistakable(described.format, described.segments)) return undefined;
  const rows = described.segments.map((segment) => row(written, segment));
  return {
    span: spanOf(template),
    markdown: paragraphs(
      `**External ID**, ${formatNames[described.format]}`,
      inlineCode(externalIdShapes[described.format]),
      rows.join("\n"),
      `[Documentation](${awsIntegrationGuide})`,
    ),
  };
}

const formatNames: Readonly<Record<ExternalIdFormat, string>> = {
  at: "as Spacelift sends it for integrations",
  hyphen:
    "in the form that documentation printed until September 2022: a policy in this form refuses every run",
  twoPart: "as Spacelift sends it for the deprecated `spacelift_aws_role`, not for integrations",
};

const partNames: Readonly<Record<ExternalIdPart, string>> = {
  account: "Spacelift account",
  integration: "ID of the integration",
  slug: "slug of the stack or module",
  phase: "phase: `read` for planning, `write` for applying",
};

function row(written: string, { parts, span, wild, doubt }: ExternalIdSegment): string {
  const text = written.slice(span.start, span.end);
  const names = parts.map((part) => partNames[part]).join("; ");
  const meaning = parts.length > 1 && text === "*" ? `any ${names}` : names;
  const pattern = wild && text !== "*" ? " (with wildcards, under `StringLike`)" : "";
  return `- ${inlineCode(text)}: ${meaning}${pattern}${doubt === undefined ? "" : `. ${doubt}`}`;
}

/** The text with a hole for each character of an interpolation. */
function withHoles(text: string, { parts }: Template): string {
  return parts
    .map((part) =>
      part.kind === "TemplateLiteral" ? textOf(text, part) : hole.repeat(part.end - part.start),
    )
    .join("");
}

/** In places that say nothing of external IDs, only what can hardly be anything else, such as a mail address. */
function isUnmistakable(format: ExternalIdFormat, segments: readonly ExternalIdSegment[]): boolean {
  return format !== "twoPart" && segments.length > 2 && segments.every(({ doubt }) => doubt === undefined);
}

/** Under `"sts:ExternalId"` of a policy in HCL, or in the `condition` block of a policy document. */
function isUnderExternalIdKey(path: readonly Node[], text: string): boolean {
  return path.some((node, index) => {
    if (node.kind === "ObjectItem") {
      return path[index + 1] === node.value && isExternalIdKey(textOf(text, node.key));
    }
    if (node.kind !== "Block" || node.type.name !== "condition") return false;
    const inValues = path.some((inner) => inner.kind === "Attribute" && inner.name.name === "values");
    return (
      inValues &&
      node.body.items.some(
        (item) =>
          item.kind === "Attribute" &&
          item.name.name === "variable" &&
          isExternalIdKey(textOf(text, item.value)),
      )
    );
  });
}

/** Names of condition keys have no case: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
function isExternalIdKey(written: string): boolean {
  return written.toLowerCase() === '"sts:externalid"';
}
