/** The labels that a block sets, as far as they are known. */
import { autoattachPrefix } from "../spacelift/labels.ts";
import type { Location } from "../base/location.ts";
import type { Value } from "../terraform/value.ts";
import { attribute, type FamilyBlock, type ModuleView } from "./moduleView.ts";

interface Labels {
  /** False where there may be more labels than those found. */
  readonly complete: boolean;
  readonly elements: readonly Value[];
}

export function labelsOf(view: ModuleView, block: FamilyBlock): Labels {
  const found = attribute(block, "labels");
  return labelsIn(found && view.evaluate(found.value, block.file));
}

/** The labels in the value of the attribute; none where it is absent. */
export function labelsIn(value: Value | undefined): Labels {
  switch (value?.kind) {
    case undefined:
    case "null":
      return { complete: true, elements: [] };
    case "tuple":
    case "list":
    case "set":
      return { complete: true, elements: value.elements };
    default:
      return { complete: false, elements: [] };
  }
}

/** Whether a label asks for auto-attachment; `unknown` where its beginning is not known. */
export function isAutoattach(label: Value): boolean | "unknown" {
  if (label.kind !== "string") return "unknown";
  const [first] = label.parts;
  if (!first) return false;
  if (first.kind !== "literal") return "unknown";
  if (first.text.startsWith(autoattachPrefix)) return true;
  return label.parts.length > 1 && autoattachPrefix.startsWith(first.text) ? "unknown" : false;
}

/** Where a label is written; undefined where it comes from several places. */
export function placeOfLabel(label: Value): Location | undefined {
  return label.origins.length === 1 ? label.origins[0] : undefined;
}
