/** `textDocument/hover` */
import { MarkupKind, type Hover, type HoverParams } from "vscode-languageserver";
import { hover as hoverAt } from "../../features/hover.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { pointOf } from "../view.ts";

export async function hover(session: Session, params: HoverParams): Promise<Hover | null> {
  const point = await pointOf(session, params);
  if (!point) return null;
  const { view, uri, offset } = point;
  const found = hoverAt(view.snapshot, uri, offset);
  if (!found) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
    range: rangeOf(view, uri, found.span),
  };
}
