/** Where the thing under the cursor comes from, in this folder or in another one. */
import type { Location } from "../base/location.ts";
import { touches, type Span } from "../base/span.ts";
import { localCalls } from "../terraform/configuration.ts";
import { declarationOf } from "../terraform/module.ts";
import { attributeIn } from "../terraform/overrides.ts";
import { configurationOf, seenFrom, type Snapshot } from "../workspace/snapshot.ts";
import { mainFileOf } from "./documentLinks.ts";
import { memberOf } from "./navigation/members.ts";
import {
  isOursToFind,
  mentionAt,
  mentionsAround,
  mentionsOf,
  placeAround,
  type PlacedMention,
} from "./navigation/place.ts";
import { spanOf } from "./navigation/spans.ts";

interface Definitions {
  /** The text that leads there. */
  readonly origin: Span;
  /** More than one where the module declares the address more than once; none where it does not. */
  readonly targets: readonly DefinitionTarget[];
}

interface DefinitionTarget extends Location {
  /** Where the cursor goes; within `span`. */
  readonly nameSpan: Span;
}

/** Undefined where nothing is named, or where another extension answers already. */
export function definition(snapshot: Snapshot, uri: string, offset: number): Definitions | undefined {
  const mention = mentionAt(snapshot, uri, offset);
  if (mention) {
    return isOursToFind(snapshot, mention)
      ? { origin: mention.span, targets: targetsOf(snapshot, mention) }
      : undefined;
  }
  if (snapshot.besideTerraformExtension) return undefined;
  return sourceDefinition(snapshot, uri, offset) ?? memberDefinition(snapshot, uri, offset);
}

/**
 * `each.value` leads to the collection, a declared variable to the values that it is given, everything else to the
 * name that declares it.
 */
function targetsOf(snapshot: Snapshot, { subject, role }: PlacedMention): readonly DefinitionTarget[] {
  const all = mentionsOf(snapshot, subject);
  const values = role === "declaration" ? all.filter((each) => each.role === "value") : [];
  const targets = values.length > 0 ? values : all.filter((each) => each.role === "declaration");
  return targets.map(({ file, whole, nameSpan }) => ({
    uri: file.uri,
    span: whole,
    nameSpan: subject.kind === "repetition" ? spanOf(subject.attribute.value) : nameSpan,
  }));
}

/** From the path in `source` to the beginning of the module that it leads to. */
function sourceDefinition(snapshot: Snapshot, uri: string, offset: number): Definitions | undefined {
  const place = placeAround(snapshot, uri);
  for (const { declaration, target } of place ? localCalls(place.module) : []) {
    const source = place && attributeIn(place.module, declaration, "source");
    const path = source?.attribute.value;
    if (!path || source.file.uri !== uri || !touches(path, offset)) continue;
    const called = configurationOf(snapshot).modules.get(target);
    const main = called && mainFileOf(seenFrom(snapshot, called));
    const start = { start: 0, end: 0 };
    return {
      origin: spanOf(path),
      targets: main === undefined ? [] : [{ uri: main, span: start, nameSpan: start }],
    };
  }
  return undefined;
}

/** For a step behind an address, such as `.name` in `aws_iam_role.x.name`: where the block or object sets it. */
function memberDefinition(snapshot: Snapshot, uri: string, offset: number): Definitions | undefined {
  const mention = mentionsAround(snapshot, uri).findLast(
    ({ whole, reference }) => reference && touches(whole, offset),
  );
  const steps = mention?.reference?.steps ?? [];
  const at = steps.findLastIndex((step) => step.kind === "attribute" && touches(step.span, offset));
  const step = steps[at];
  if (!mention || !step) return undefined;
  const names = steps.slice(0, at + 1).flatMap((each) => (each.kind === "attribute" ? [each.name] : []));
  const { subject } = mention;
  const declaration = subject.kind === "declared" ? declarationOf(subject.home, subject.address) : undefined;
  const member = declaration && memberOf(declaration, names);
  return {
    origin: spanOf(step.span),
    targets:
      declaration && member ? [{ uri: declaration.file.uri, ...member }] : targetsOf(snapshot, mention),
  };
}
