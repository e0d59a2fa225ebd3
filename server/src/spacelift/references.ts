/** What one may refer to on the types that are known: their attributes, and which of them names what. */
import { familyType, familyTypes } from "./family.ts";
import { neighbourType, neighbourTypes } from "./neighbours.ts";
import type { Referent, ResourceMode } from "./schema.ts";

interface ReferableAttributes {
  readonly names: readonly string[];
  /** Nothing is missing, so that another name is a mistake. */
  readonly complete: boolean;
}

/** The attributes of a type of the family or of a neighbour; nothing for types that are not known here. */
export function referableAttributes(mode: ResourceMode, type: string): ReferableAttributes | undefined {
  const family = familyType(mode, type);
  if (family) return { names: family.attributes.map(({ name }) => name), complete: true };
  const neighbour = neighbourType(mode, type);
  return neighbour && { names: neighbour.attributes, complete: neighbour.complete };
}

/** What a reference to `mode.type.attribute` names, if that is known. */
export function referentOf(mode: ResourceMode, type: string, attribute: string): Referent | undefined {
  const family = familyType(mode, type);
  return family
    ? family.attributes.find(({ name }) => name === attribute)?.yields
    : neighbourType(mode, type)?.yields[attribute];
}

interface ReferentSource {
  readonly mode: ResourceMode;
  readonly type: string;
  readonly attribute: string;
}

/** Where a thing's ID or ARN can be had from; one attribute per type, the things themselves first. */
export function sourcesOf(referent: Referent): readonly ReferentSource[] {
  return sources.get(referent) ?? [];
}

const sources = collect();

function collect(): ReadonlyMap<Referent, readonly ReferentSource[]> {
  const collected = new Map<Referent, ReferentSource[]>();
  const add = (mode: ResourceMode, type: string, attribute: string, referent: Referent): void => {
    const list = collected.get(referent) ?? [];
    if (list.some((source) => source.mode === mode && source.type === type)) return;
    collected.set(referent, [...list, { mode, type, attribute }]);
  };
  for (const { mode, type, yields } of neighbourTypes) {
    for (const [attribute, referent] of Object.entries(yields)) add(mode, type, attribute, referent);
  }
  for (const { mode, type, attributes } of familyTypes) {
    for (const attribute of [...attributes].reverse()) {
      if (attribute.yields) add(mode, type, attribute.name, attribute.yields);
    }
  }
  for (const list of collected.values()) list.sort((a, b) => rank(a) - rank(b));
  return collected;
}

/** The thing's own `id` or `arn` before a mention of it elsewhere; what is declared before what is looked up. */
function rank({ mode, attribute }: ReferentSource): number {
  return (attribute === "id" || attribute === "arn" ? 0 : 2) + (mode === "resource" ? 0 : 1);
}
