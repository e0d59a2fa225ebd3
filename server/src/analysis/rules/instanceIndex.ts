/** `instance-index`: a repeated thing is used without an index, or a single one with it. */
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { fixIn, replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { isWrittenIndex, knownReferences, type KnownReference } from "../instances.ts";
import { inFile } from "../moduleView.ts";
import { defineRule, type Report } from "./rule.ts";

export const instanceIndex = defineRule<KnownReference>({
  code: "instance-index",
  severity: "error",
  summary: "A repeated resource is used without an index, or a single one with an index.",
  find: ({ module }) =>
    knownReferences(module).filter((found) => lacksIndex(found) || hasNeedlessIndex(found)),
  tell,
  fix,
});

function lacksIndex({ repetition, first }: KnownReference): boolean {
  return repetition !== undefined && first?.kind === "attribute" && !isWrittenIndex(first);
}

function hasNeedlessIndex({ repetition, first }: KnownReference): boolean {
  return repetition === undefined && isWrittenIndex(first);
}

function tell(found: KnownReference): Report {
  const { reference, declaration, repetition, first, file } = found;
  const { address } = reference;
  if (!repetition) {
    return {
      location: inFile({ file }, first?.span ?? reference),
      message:
        `${address} has neither count nor for_each, so Terraform refuses an index behind it. ` +
        "Remove the index.",
      related: [{ location: placeOf(found), message: `${address} is declared here.` }],
    };
  }
  const which = repetition.name.name;
  const example = indexFor(found) ?? '["<key>"]';
  return {
    location: inFile({ file }, reference.addressSpan),
    message:
      `${address} has ${which}, so there are several of it, and Terraform refuses to plan. ` +
      `Say which one you mean: ${address}${example}.`,
    related: [{ location: inFile(declaration, repetition.name), message: `${which} is set here.` }],
  };
}

function placeOf({ declaration }: KnownReference): Report["location"] {
  return inFile(declaration, declaration.nameNode ?? declaration.block.type);
}

function fix(found: KnownReference): readonly Fix[] {
  const { reference, repetition, first, file } = found;
  if (!repetition) {
    if (!first) return [];
    const start = first.kind === "attribute" ? first.span.start - 1 : first.span.start;
    return [fixIn(file, "Remove the index", [replace({ start, end: first.span.end }, "")])];
  }
  const index = indexFor(found);
  if (index === undefined) return [];
  const { end } = reference.addressSpan;
  return [fixIn(file, `Add ${index}`, [replace({ start: end, end }, index)])];
}

/** The instance that belongs to the block that refers to it. Two blocks repeat alike if they repeat by the same. */
function indexFor({ repetition, owner }: KnownReference): string | undefined {
  const own = owner && owner.kind !== "local" ? repetitionOf(owner.block)?.name.name : undefined;
  if (repetition?.name.name === "count") return own === "count" ? "[count.index]" : "[0]";
  return own === "for_each" ? "[each.key]" : undefined;
}
