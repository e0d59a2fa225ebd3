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

/** True where both sides of a merge stand in the file, so that much is there twice. */
export function hasMergeMarkers({ syntax }: ModuleFile): boolean {
  return syntax.problems.some(({ summary }) => summary === mergeMarker);
}

/** Problems that make text unreadable. An attribute that is set twice is a problem too, but a readable one. */
function damages({ syntax }: ModuleFile): readonly Span[] {
  if (syntax.problems.length === 0) return syntax.problems;
  return syntax.problems.filter(({ summary }) => summary !== attributeRedefined);
}

/** Summaries of the parser's problems. */
const attributeRedefined = "Attribute redefined";
const mergeMarker = "Merge conflict marker";
