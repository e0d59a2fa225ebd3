/** `textDocument/definition` */
import type { DefinitionParams, Location, LocationLink } from "vscode-languageserver";
import { definition as definitionAt } from "../../features/definition.ts";
import { locationOf, rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { pointOf } from "../view.ts";

export async function definition(
  session: Session,
  params: DefinitionParams,
): Promise<Location[] | LocationLink[] | null> {
  const point = await pointOf(session, params);
  const found = point && definitionAt(point.view.snapshot, point.uri, point.offset);
  if (!point || !found) return null;
  const { view, uri } = point;
  if (!session.client.capabilities.textDocument?.definition?.linkSupport) {
    return found.targets.map((target) => locationOf(view, { uri: target.uri, span: target.nameSpan }));
  }
  return found.targets.map((target) => ({
    originSelectionRange: rangeOf(view, uri, found.origin),
    targetUri: view.clientUri(target.uri),
    targetRange: rangeOf(view, target.uri, target.span),
    targetSelectionRange: rangeOf(view, target.uri, target.nameSpan),
  }));
}
