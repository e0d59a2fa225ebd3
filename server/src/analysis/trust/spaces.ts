/** Which spaces of Spacelift something can take things from: its own, and those above that are inherited from. */
import { boolType } from "../../terraform/type.ts";
import { convert } from "../../terraform/convert.ts";
import { renameSymbols, type Rename } from "../../terraform/renameSymbols.ts";
import { asKnownBool, stringValue, type Value } from "../../terraform/value.ts";
import type { ModuleView } from "../moduleView.ts";
import { identityOf } from "../signature.ts";
import { readAddress } from "./address.ts";
import { valueIn } from "./blockValue.ts";
import { elsewhere } from "./elsewhere.ts";
import { symbolIdOf } from "./symbolKinds.ts";

/** The value of a `space_id`, in the module that has it. */
interface PlacedSpace {
  readonly view: ModuleView;
  /** What symbols of that module are called by who asks. */
  readonly back: Rename;
  /** Undefined for the space that things are in that name none. */
  readonly value: Value | undefined;
}

/** A text that is equal for equal spaces; undefined where the space is not known. */
export function spaceKey({ back, value }: PlacedSpace): string | undefined {
  if (value === undefined) return "the default space";
  const renamed = renameSymbols(value, back);
  const id = symbolIdOf(renamed);
  return id === undefined ? identityOf(renamed) : `\u0000${id}\u0000`;
}

const deepestTree = 16;

/** https://docs.spacelift.io/concepts/spaces/access-control#inheritance */
export function spacesReached(from: PlacedSpace): ReadonlySet<string> {
  const found = new Set<string>();
  let space: PlacedSpace | undefined = from;
  while (space && found.size < deepestTree) {
    const key = spaceKey(space);
    if (key === undefined || found.has(key)) break;
    found.add(key);
    space = inheritedFrom(space);
  }
  return found;
}

/** The space above, where the workspace makes the space and it inherits. */
function inheritedFrom({ view, back, value }: PlacedSpace): PlacedSpace | undefined {
  const id = value && symbolIdOf(value);
  return id === undefined ? undefined : parentOf(view, id, back);
}

function parentOf(view: ModuleView, id: string, back: Rename): PlacedSpace | undefined {
  const there = elsewhere(view, id);
  if (there) return parentOf(there.view, there.id, (name) => back(there.back(name)));
  const address = readAddress(id);
  if (address?.type !== "spacelift_space" || address.mode !== "resource") return undefined;
  const inherits = valueIn(view, address, "inherit_entities");
  if (!inherits || asKnownBool(convert(inherits, boolType)) !== true) return undefined;
  return { view, back, value: valueIn(view, address, "parent_space_id") ?? stringValue("root") };
}
