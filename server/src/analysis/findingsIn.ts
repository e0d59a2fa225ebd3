/**
 * The findings that concern one file: those of its module, those of modules around it whose values are written here,
 * and those in files that it reads.
 */
import type { Span } from "../base/span.ts";
import { callsThatRead, fileCallsIn, type FileCall } from "../terraform/fileCalls.ts";
import { isJsonFile } from "../terraform/fileKinds.ts";
import {
  anyFileOf,
  concernsSpacelift,
  configurationOf,
  seenFrom,
  type Snapshot,
} from "../workspace/snapshot.ts";
import { diagnose } from "./diagnose.ts";
import type { Finding } from "./finding.ts";

const fromAround = new WeakMap<Snapshot, readonly Finding[]>();

/** With the snapshot of the file's module. */
export function findingsIn(snapshot: Snapshot, uri: string): readonly Finding[] {
  return [...diagnose(snapshot), ...findingsAround(snapshot)].filter(({ location }) => location.uri === uri);
}

/** A finding in a file that is read, at a call that reads it. */
export interface FindingAtCall {
  readonly finding: Finding;
  readonly call: Span;
}

/** In the order of the calls in the text. */
export function findingsAtCalls(snapshot: Snapshot, uri: string): readonly FindingAtCall[] {
  const { syntax } = anyFileOf(snapshot, uri) ?? {};
  const calls = syntax && !isJsonFile(uri) ? fileCallsIn(syntax) : [];
  if (calls.length === 0) return [];
  const all = [...diagnose(snapshot), ...findingsAround(snapshot)];
  const isOf = ({ node }: FileCall, { location }: Finding): boolean =>
    callsThatRead(configurationOf(snapshot), location.uri).some(({ call }) => call.node === node);
  return calls.flatMap((call) =>
    all
      .filter((finding) => isOf(call, finding))
      .map((finding) => ({ finding, call: { start: call.node.start, end: call.node.end } })),
  );
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
