/** The findings that stand in one file: those of its module, and those of modules around it whose values are written here. */
import { concernsSpacelift, seenFrom, type Snapshot } from "../workspace/snapshot.ts";
import { diagnose } from "./diagnose.ts";
import type { Finding } from "./finding.ts";

const fromAround = new WeakMap<Snapshot, readonly Finding[]>();

/** With the snapshot of the file's module. */
export function findingsIn(snapshot: Snapshot, uri: string): readonly Finding[] {
  return [...diagnose(snapshot), ...findingsAround(snapshot)].filter(({ location }) => location.uri === uri);
}

/** Of the other modules, where they point outside of themselves. */
function findingsAround(snapshot: Snapshot): readonly Finding[] {
  const known = fromAround.get(snapshot);
  if (known) return known;
  const found = [...snapshot.configuration.modules.values()]
    .filter((module) => module.uri !== snapshot.module.uri && concernsSpacelift(module))
    .flatMap((module) => {
      const own = new Set(module.files.map(({ uri }) => uri));
      return diagnose(seenFrom(snapshot, module)).filter(({ location }) => !own.has(location.uri));
    });
  fromAround.set(snapshot, found);
  return found;
}
