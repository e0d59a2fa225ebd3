/** Hover on a reference: where the thing is declared, what it holds, and what its attribute means. */
import { touches, type Span } from "../../base/span.ts";
import type { Attribute } from "../../hcl/ast.ts";
import { attributeDocumentation } from "../../spacelift/docs.ts";
import { familyType } from "../../spacelift/family.ts";
import { attributeNamed } from "../../spacelift/schema.ts";
import { declarationOf, type Declaration } from "../../terraform/module.ts";
import { referencesIn, type Reference } from "../../terraform/references.ts";
import { nameOf } from "../../workspace/uris.ts";
import { code, paragraphs, spanOf, type Hover, type HoverContext } from "./context.ts";
import { worthOf } from "./declarationHover.ts";
import { describeValue, inlineCode } from "./describeValue.ts";

const longestExcerpt = 8;

export function referenceHover(context: HoverContext): Hover | undefined {
  const attribute = context.path.find((node): node is Attribute => node.kind === "Attribute");
  if (!attribute || !touches(attribute.value, context.offset)) return undefined;
  const reference = referencesIn(attribute.value).find((candidate) =>
    spansOf(candidate).some((span) => touches(span, context.offset)),
  );
  return reference && ofReference(context, reference);
}

/** What of a reference may be hovered: its address and its attribute steps, not what is inside its indices. */
function spansOf({ addressSpan, steps }: Reference): readonly Span[] {
  return [addressSpan, ...steps.filter(({ kind }) => kind === "attribute").map(({ span }) => span)];
}

function ofReference(context: HoverContext, reference: Reference): Hover | undefined {
  if (reference.name === "") return undefined;
  const declaration = declarationOf(context.view.module, reference.address);
  if (!declaration) return undeclared(reference);
  if (touches(reference.addressSpan, context.offset)) {
    return { span: spanOf(reference.addressSpan), markdown: ofAddress(context, declaration) };
  }
  const step = reference.steps.find(({ span }) => touches(span, context.offset));
  if (step?.kind !== "attribute") return undefined;
  const documentation = attributeText(declaration, step.name, reference);
  const value =
    step === reference.steps.at(-1) ? describeValue(context.view.evaluate(reference.node, context.file)) : "";
  const markdown = paragraphs(documentation ?? inlineCode(`${reference.address}.${step.name}`), value);
  return { span: spanOf(step.span), markdown };
}

function undeclared({ kind, address, addressSpan }: Reference): Hover | undefined {
  if (kind === "each" || kind === "count" || kind === "self" || kind === "path" || kind === "terraform") {
    return undefined;
  }
  return {
    span: spanOf(addressSpan),
    markdown: `${inlineCode(address)} is not declared in this module.`,
  };
}

function ofAddress(context: HoverContext, declaration: Declaration): string {
  const title = `${inlineCode(declaration.address)}, declared in ${inlineCode(nameOf(declaration.file.uri))}`;
  const schema =
    declaration.kind === "resource" || declaration.kind === "data"
      ? familyType(declaration.kind, declaration.type)
      : undefined;
  return paragraphs(
    title,
    worthOf(context, declaration) ?? code(excerpt(declaration)),
    schema && `${schema.summary} [Documentation](${schema.url})`,
  );
}

/** The first lines of the declaration. */
function excerpt(declaration: Declaration): string {
  const { start, end } = declaration.kind === "local" ? declaration.attribute : declaration.block;
  const lines = declaration.file.syntax.text.slice(start, end).split(/\r?\n/);
  return lines.length > longestExcerpt
    ? [...lines.slice(0, longestExcerpt - 1), "  # …", "}"].join("\n")
    : lines.join("\n");
}

function attributeText(declaration: Declaration, name: string, { steps }: Reference): string | undefined {
  if (declaration.kind !== "resource" && declaration.kind !== "data") return undefined;
  const schema = familyType(declaration.kind, declaration.type);
  const first = steps.find(({ kind }) => kind === "attribute");
  const attribute =
    schema && first?.kind === "attribute" && first.name === name ? attributeNamed(schema, name) : undefined;
  return attribute && attributeDocumentation(attribute);
}
