/** Where the syntax is broken, what is not there may only be hidden: rules about absence ask here first. */
import { overlaps, type Span } from "../base/span.ts";
import type { Module, ModuleFile } from "../terraform/module.ts";
import type { FamilyBlock } from "./moduleView.ts";

/** True when everything in the block could be read. */
export function isIntact({ file, block }: Pick<FamilyBlock, "file" | "block">): boolean {
  return block.close !== undefined && !damages(file).some((problem) => overlaps(problem, block));
}

/** True when no file can hide a declaration. */
export function isWhollyReadable(module: Module): boolean {
  return module.complete && module.files.every((file) => damages(file).length === 0);
}

/** Problems that make text unreadable. An attribute that is set twice is a problem too, but a readable one. */
function damages({ syntax }: ModuleFile): readonly Span[] {
  return syntax.problems.filter(({ summary }) => summary !== attributeRedefined);
}

/** The summary of the parser's problem for an attribute that is set twice. */
export const attributeRedefined = "Attribute redefined";
