/** What may be typed at a place of a file: asks where the cursor is, and hands on to the kind of place that it is. */
import { viewOf } from "../analysis/moduleView.ts";
import { concernsSpacelift, fileOf, type Snapshot } from "../workspace/snapshot.ts";
import { anyReferenceItems } from "./completion/anyReferences.ts";
import { attributeItems } from "./completion/attributes.ts";
import { labelItems } from "./completion/blockLabels.ts";
import type { CompletionContext } from "./completion/context.ts";
import { expectationAt } from "./completion/expectation.ts";
import { keywordItems } from "./completion/keywords.ts";
import { memberItems } from "./completion/members.ts";
import { placeAt, type ValuePlace } from "./completion/place.ts";
import { policyItems } from "./completion/policy/items.ts";
import { statementBlockItems } from "./completion/policy/statementBlocks.ts";
import { policySlotAt } from "./completion/policy/slot.ts";
import { valueItems } from "./completion/values.ts";
import type { CompletionItem } from "./completionItem.ts";
import { showsPlainSuggestions } from "./plainSuggestions.ts";

export function complete(snapshot: Snapshot, uri: string, offset: number): readonly CompletionItem[] {
  const file = fileOf(snapshot, uri);
  const place = file && placeAt(file.syntax, offset);
  if (!file || !place) return [];
  const context: CompletionContext = {
    snapshot,
    view: viewOf(snapshot),
    module: snapshot.module,
    file,
    text: file.syntax.text,
    offset,
    plain: showsPlainSuggestions(snapshot),
  };
  switch (place.kind) {
    case "keyword":
      return keywordItems(context, place);
    case "label":
      return labelItems(context, place);
    case "attribute":
      return [...attributeItems(context, place), ...statementBlockItems(context, place)];
    case "value":
      return concernsSpacelift(snapshot.module) ? itemsForValue(context, place) : [];
  }
}

function itemsForValue(context: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  const slot = place.chain ? undefined : policySlotAt(context.module, place, context.text);
  if (slot) return policyItems(context, place, slot);
  if (place.keyOf) return [];
  const expected = expectationAt(place);
  if (place.chain) return memberItems(context, place, expected);
  return expected ? valueItems(context, place, expected) : anyReferenceItems(context, place);
}
