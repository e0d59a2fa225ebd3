/** `deprecated-resource`: the older resources that give one role to one stack, without an integration. */
import type { Label } from "../../hcl/ast.ts";
import { text, writeBlock, type WrittenItem } from "../../hcl/write.ts";
import { attributesOf, blocksOf } from "../../terraform/block.ts";
import { isMetaAttribute } from "../../terraform/metaArguments.ts";
import { declarationOf } from "../../terraform/module.ts";
import { moduleReferences, repetitionOf } from "../../terraform/moduleReferences.ts";
import { isIntact } from "../damage.ts";
import { fixIn, replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { headerOf, inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { defineRule } from "./rule.ts";

const integrationType = "spacelift_aws_integration";
const attachmentType = "spacelift_aws_integration_attachment";

export const deprecatedResource = defineRule<FamilyBlock>({
  code: "deprecated-resource",
  severity: "hint",
  tag: "deprecated",
  summary: "An older resource that gives a role to one stack, without an integration.",
  find: ({ family }) => family.filter(({ schema }) => schema.deprecated !== undefined),
  tell: (block) => ({
    location: inFile(block, typeLabel(block) ?? headerOf(block.block)),
    message: block.schema.deprecated?.advice ?? "",
  }),
  fix: (block, view) => (canConvert(view, block) ? [conversion(block)] : []),
});

function typeLabel({ block }: FamilyBlock): Label | undefined {
  return block.labels[0];
}

/** Nothing refers to the old address, the new ones are free, and all of the block can be carried over. */
function canConvert({ module }: ModuleView, block: FamilyBlock): boolean {
  const { name, address } = block.declaration;
  return (
    isIntact(block) &&
    name !== "" &&
    blocksOf(block.block.body).length === 0 &&
    !declarationOf(module, `${integrationType}.${name}`) &&
    !declarationOf(module, `${attachmentType}.${name}`) &&
    !moduleReferences(module).some(({ reference }) => reference.address === address)
  );
}

function conversion({ block, declaration, file }: FamilyBlock): Fix {
  const { name } = declaration;
  const instance = instanceOf(block);
  const written = attributesOf(block.body).map(({ name: key, value }) => ({
    name: key.name,
    value: file.syntax.text.slice(value.start, value.end),
  }));
  const meta = written.filter((item) => isMetaAttribute("resource", item.name));
  const targets = written.filter((item) => item.name === "stack_id" || item.name === "module_id");
  const others = written.filter((item) => !meta.includes(item) && !targets.includes(item));
  const integrationName = { name: "name", value: `"${name.replaceAll("_", "-")}${instance.suffix}"` };
  const id = { name: "integration_id", value: `${integrationType}.${name}${instance.index}.id` };
  const blocks = [
    writeResource(integrationType, name, meta, [integrationName, ...others]),
    writeResource(attachmentType, name, meta, [id, ...targets]),
  ].join("\n\n");
  return fixIn(file, "Convert to an integration and its attachment", [replace(block, blocks)]);
}

interface Instance {
  /** What picks the same instance of another resource. */
  readonly index: string;
  /** What makes a name different in each instance. */
  readonly suffix: string;
}

function instanceOf(block: FamilyBlock["block"]): Instance {
  switch (repetitionOf(block)?.name.name) {
    case "for_each":
      return { index: "[each.key]", suffix: "-${each.key}" };
    case "count":
      return { index: "[count.index]", suffix: "-${count.index}" };
    default:
      return { index: "", suffix: "" };
  }
}

interface Written {
  readonly name: string;
  readonly value: string;
}

/** Meta-arguments stand apart, `depends_on` at the end. */
function writeResource(
  type: string,
  name: string,
  meta: readonly Written[],
  own: readonly Written[],
): string {
  const isLast = (item: Written): boolean => item.name === "depends_on";
  const groups = [meta.filter((item) => !isLast(item)), own, meta.filter(isLast)];
  const items = groups
    .filter((group) => group.length > 0)
    .map((group) => group.map((item) => ({ key: item.name, value: text(item.value) })))
    .flatMap((group, index): readonly WrittenItem[] => (index === 0 ? group : ["blank", ...group]));
  return writeBlock(`resource "${type}" "${name}"`, items);
}
