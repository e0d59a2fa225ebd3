/** Where the thing under the cursor comes from. */
import type { Location } from "../base/location.ts";
import { touches, type Span } from "../base/span.ts";
import { declarationOf } from "../terraform/module.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { memberOf } from "./navigation/members.ts";
import { mentionsIn } from "./navigation/mentions.ts";
import {
  isOursToFind,
  mentionAt,
  mentionsOf,
  navigableFile,
  type PlacedMention,
} from "./navigation/place.ts";
import { spanOf } from "./navigation/spans.ts";

export interface Definitions {
  /** The text that leads there. */
  readonly origin: Span;
  /** More than one where the module declares the address more than once; none where it does not. */
  readonly targets: readonly DefinitionTarget[];
}

export interface DefinitionTarget extends Location {
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
  return snapshot.besideTerraformExtension ? undefined : memberDefinition(snapshot, uri, offset);
}

/** `each.value` leads to the collection, everything else to the name that declares it. */
function targetsOf(snapshot: Snapshot, mention: PlacedMention): readonly DefinitionTarget[] {
  const { subject } = mention;
  return mentionsOf(snapshot, subject)
    .filter(({ role }) => role === "declaration")
    .map(({ file, whole, nameSpan }) => ({
      uri: file.uri,
      span: whole,
      nameSpan: subject.kind === "repetition" ? spanOf(subject.attribute.value) : nameSpan,
    }));
}

/** For a step behind an address, such as `.name` in `aws_iam_role.x.name`: where the block or object sets it. */
function memberDefinition(snapshot: Snapshot, uri: string, offset: number): Definitions | undefined {
  const file = navigableFile(snapshot, uri);
  if (!file) return undefined;
  const mention = mentionsIn(snapshot.module, file).findLast(
    ({ whole, reference }) => reference && touches(whole, offset),
  );
  const steps = mention?.reference?.steps ?? [];
  const at = steps.findLastIndex((step) => step.kind === "attribute" && touches(step.span, offset));
  const step = steps[at];
  if (!mention || !step) return undefined;
  const names = steps.slice(0, at + 1).flatMap((each) => (each.kind === "attribute" ? [each.name] : []));
  const declaration =
    mention.subject.kind === "declared" ? declarationOf(snapshot.module, mention.subject.address) : undefined;
  const member = declaration && memberOf(declaration, names);
  return {
    origin: spanOf(step.span),
    targets:
      declaration && member
        ? [{ uri: declaration.file.uri, ...member }]
        : targetsOf(snapshot, { ...mention, file }),
  };
}
