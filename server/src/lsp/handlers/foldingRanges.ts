/** `textDocument/foldingRange` */
import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from "vscode-languageserver";
import { foldingRanges as rangesOf, type FoldingRange as Found } from "../../features/foldingRanges.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

const kinds: Readonly<Record<Found["kind"], FoldingRangeKind | undefined>> = {
  code: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
};

/** Null lets an editor fold by indentation instead. */
export async function foldingRanges(
  session: Session,
  params: FoldingRangeParams,
): Promise<FoldingRange[] | null> {
  const { view, uri } = await placeOf(session, params.textDocument);
  const found = rangesOf(view.snapshot, uri);
  if (!found) return null;
  const limit = session.client.capabilities.textDocument?.foldingRange?.rangeLimit;
  return found.slice(0, limit).map((folding) => {
    const { start, end } = rangeOf(view, uri, folding);
    const kind = kinds[folding.kind];
    return {
      startLine: start.line,
      startCharacter: start.character,
      endLine: end.line,
      endCharacter: end.character,
      ...(kind === undefined ? {} : { kind }),
    };
  });
}
