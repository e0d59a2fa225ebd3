/** Whole blocks of the family with tab stops, filled in with what the module has. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import { typeExplanation } from "../../spacelift/docs.ts";
import { familyTypes } from "../../spacelift/family.ts";
import type { AttributeSchema, BlockSchema } from "../../spacelift/schema.ts";
import { declarationsOfType, type Module } from "../../terraform/module.ts";
import type { CompletionItem } from "../completionItem.ts";
import { freeName } from "./blockName.ts";
import type { KeywordPlace } from "./place.ts";
import { referenceFits } from "./referenceFits.ts";
import { literal, placeholder } from "./snippetText.ts";
import { valueSnippet } from "./valueSnippet.ts";

export function wholeBlockItems(view: ModuleView, { word }: KeywordPlace): readonly CompletionItem[] {
  return familyTypes
    .filter(({ deprecated }) => !deprecated)
    .map((schema, index) => ({
      kind: "snippet",
      label: `${schema.mode} ${schema.type}`,
      detail: `whole block: ${schema.summary}`,
      documentation: typeExplanation(schema),
      replace: word,
      snippet: wholeBlock(view, schema),
      rank: 10 + index,
    }));
}

function wholeBlock(view: ModuleView, schema: BlockSchema): string {
  const name = placeholder(1, freeName(view.module, schema.mode, schema.type));
  const header = `${schema.mode} "${schema.type}" "${name}"`;
  const attributes = attributesToWrite(view, schema);
  const width = Math.max(0, ...attributes.map((attribute) => attribute.name.length));
  const lines = attributes.map((attribute, index) => {
    const { snippet } = valueSnippet(view, attribute, undefined, index + 2);
    return `  ${attribute.name.padEnd(width)} = ${snippet}`;
  });
  const all = [...lines, ...waitForRole(view.module, schema)];
  return all.length === 0 ? `${header} {}` : [`${header} {`, ...all, "}"].join("\n");
}

/** The required ones, one of each exactly-one-of group, and one bool where one must be true. */
function attributesToWrite(view: ModuleView, schema: BlockSchema): readonly AttributeSchema[] {
  const chosen = schema.exactlyOneOf.map((group) => bestOf(view, schema, group));
  const truth = schema.atLeastOneTrue ?? [];
  return schema.attributes.filter(
    (attribute) =>
      attribute.presence === "required" ||
      chosen.includes(attribute) ||
      (truth.at(-1) === attribute.name && attribute.default === undefined),
  );
}

/** The attribute that the module has something for, or else one that is typed in, or else the first. */
function bestOf(
  view: ModuleView,
  schema: BlockSchema,
  group: readonly string[],
): AttributeSchema | undefined {
  const members = schema.attributes.filter(({ name }) => group.includes(name));
  return (
    members.find(({ refersTo }) => refersTo && referenceFits(view, refersTo, undefined).length > 0) ??
    members.find(({ refersTo }) => refersTo === undefined) ??
    members[0]
  );
}

/** Spacelift tests the role when it attaches: the attachment waits for the one role that there is. */
function waitForRole(module: Module, { mode, type }: BlockSchema): readonly string[] {
  if (mode !== "resource" || type !== "spacelift_aws_integration_attachment") return [];
  const [role, second] = declarationsOfType(module, "resource", "aws_iam_role");
  return role && !second && role.name !== "" ? ["", `  depends_on = [${literal(role.address)}]`] : [];
}
