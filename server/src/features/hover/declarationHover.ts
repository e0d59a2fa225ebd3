/** Hover on the name of a local or a variable where it is declared: its value, or why it is not known. */
import { touches } from "../../base/span.ts";
import type { ModuleView } from "../../analysis/moduleView.ts";
import { variableIn } from "../../terraform/instanceVariable.ts";
import type { BlockDeclaration, Declaration } from "../../terraform/module.ts";
import { firstUnknown } from "../../terraform/value.ts";
import { attributeOf } from "../../terraform/block.ts";
import { spanOf, paragraphs, type Hover, type HoverContext } from "./context.ts";
import { describeValue, inlineCode } from "./describeValue.ts";

export function declarationHover(context: HoverContext): Hover | undefined {
  const { view, file, offset } = context;
  const declaration = view.module.declarations.find(
    ({ file: own, nameNode }) => own === file && nameNode !== undefined && touches(nameNode, offset),
  );
  if (!declaration?.nameNode) return undefined;
  const worth = worthOf(context, declaration);
  if (worth === undefined) return undefined;
  return {
    span: spanOf(declaration.nameNode),
    markdown: paragraphs(inlineCode(declaration.address), worth),
  };
}

/** What a local or a variable holds, as markdown; undefined for declarations that hold no single value. */
export function worthOf({ view }: Pick<HoverContext, "view">, declaration: Declaration): string | undefined {
  if (declaration.kind === "local") {
    return describeValue(view.evaluate(declaration.attribute.value, declaration.file));
  }
  if (declaration.kind !== "variable") return undefined;
  return givenWorth(view, declaration) ?? usualWorth(view, declaration);
}

/** What a variable is given by the call, or by the files of values; undefined where that is nobody's to know. */
function givenWorth({ instance }: ModuleView, { name, file, block }: BlockDeclaration): string | undefined {
  const at = { uri: file.uri, span: spanOf(block) };
  const value = variableIn(instance, name, at);
  const reason = firstUnknown(value);
  if (reason?.kind === "variable without value" && reason.at === at) return undefined;
  const giver = instance.path.join(".");
  return paragraphs(giver === "" ? "" : `As ${inlineCode(giver)} gives it.`, describeValue(value));
}

function usualWorth(view: ModuleView, declaration: BlockDeclaration): string {
  const usual = attributeOf(declaration.block, "default");
  if (!usual) return "It has no default: whoever uses the module gives the value.";
  const value = describeValue(view.evaluate(usual.value, declaration.file));
  return paragraphs(
    "Whoever uses the module may give another value than the default.",
    value.replace(/^Value/, "Default"),
  );
}
