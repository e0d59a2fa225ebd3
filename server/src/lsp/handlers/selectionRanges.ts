/** `textDocument/selectionRange` */
import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import type { Span } from "../../base/span.ts";
import { selectionRanges as rangesAt } from "../../features/selectionRanges.ts";
import { offsetOf, rangeOf, type View } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

/** One for each position, as the protocol asks; null leaves the selection to the editor. */
export async function selectionRanges(
  session: Session,
  params: SelectionRangeParams,
): Promise<SelectionRange[] | null> {
  const { view, uri } = await placeOf(session, params.textDocument);
  const offsets = params.positions.map((position) => offsetOf(view, uri, position) ?? 0);
  const found = rangesAt(view.snapshot, uri, offsets);
  return found?.map((spans) => chain(view, uri, spans)) ?? null;
}

function chain(view: View, uri: string, spans: readonly Span[]): SelectionRange {
  const whole: SelectionRange = { range: rangeOf(view, uri, spans.at(-1) ?? { start: 0, end: 0 }) };
  return spans
    .slice(0, -1)
    .reduceRight<SelectionRange>((parent, span) => ({ range: rangeOf(view, uri, span), parent }), whole);
}
