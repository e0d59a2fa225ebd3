/** `textDocument/documentLink` and `documentLink/resolve`: the folder of a module is read only when it is opened. */
import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import * as v from "valibot";
import { documentLinks as linksIn, mainFileOf, type LinkTarget } from "../../features/documentLinks.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

export async function documentLinks(session: Session, params: DocumentLinkParams): Promise<DocumentLink[]> {
  const { view, uri } = await placeOf(session, params.textDocument);
  return linksIn(view.snapshot, uri).map(({ span, target, tooltip }) => ({
    range: rangeOf(view, uri, span),
    tooltip,
    ...targetOf(target),
  }));
}

function targetOf(target: LinkTarget): Pick<DocumentLink, "target" | "data"> {
  return target.kind === "module" ? { data: { folder: target.folder } } : { target: target.uri };
}

const moduleData = v.object({ folder: v.string() });

/** Without a target where the folder holds no module; editors say so then. */
export async function resolveDocumentLink(session: Session, link: DocumentLink): Promise<DocumentLink> {
  const given = v.safeParse(moduleData, link.data);
  if (!given.success) return link;
  const { view } = await placeOf(session, { uri: `${given.output.folder}/main.tf` });
  const file = mainFileOf(view.snapshot);
  return file === undefined ? link : { ...link, target: view.clientUri(file) };
}
