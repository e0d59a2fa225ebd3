/**
 * `textDocument/codeAction` and `codeAction/resolve`. Everything offered has been checked. A client that can ask for
 * an edit when it is chosen gets it then, and none if the document is another by then.
 */
import {
  MessageType,
  ShowMessageNotification,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Command,
} from "vscode-languageserver";
import * as v from "valibot";
import { codeActions as actionsAt } from "../../features/codeActions.ts";
import { spanOf } from "../convert.ts";
import { toCodeAction, type Offered } from "../convertCodeAction.ts";
import type { Client, Session } from "../session.ts";
import { placeOf, type Place } from "../view.ts";
import { fixAllAction } from "./fixAll.ts";

export async function codeActions(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<(CodeAction | Command)[]> {
  const place = await placeOf(session, params.textDocument);
  const { only } = params.context;
  const all = isAboutFile(only) ? [] : await offeredAt(session, place, params, token);
  const wanted = all.filter(({ action: { kind } }) => kind === undefined || wants(only, kind));
  const now = resolvesEdits(session.client) ? later(place, params) : atOnce;
  return [...wanted.map(now), ...fixAllAction(place.view, place.uri, only)];
}

type At = Pick<CodeActionParams, "textDocument" | "range" | "context">;

async function offeredAt(
  { client, log }: Session,
  { view, uri }: Place,
  params: At,
  token?: CancellationToken,
): Promise<readonly Offered[]> {
  const span = spanOf(view, uri, params.range);
  const isWithdrawn = (): boolean => token?.isCancellationRequested ?? false;
  const found = await actionsAt(view.snapshot, uri, span, log.debug, isWithdrawn);
  return found.flatMap((action) => toCodeAction(client, view, params, action)).map(numbered());
}

/** Equal mistakes in one selection have equal actions; their order tells which is which. */
function numbered(): (offered: Offered) => Offered {
  const counts = new Map<string, number>();
  return (offered) => {
    const key = JSON.stringify([offered.action.title, offered.about]);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? offered : { ...offered, about: `${offered.about} (${count})` };
  };
}

/** A client may ask for some kinds only; a kind includes those below it, and the empty one all. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}

/** Asked for when a file is saved: what is about the file, and not about a place in it. */
function isAboutFile(only: readonly string[] | undefined): boolean {
  return only?.every((kind) => kind === "source" || kind.startsWith("source.")) ?? false;
}

/** True where the client asks for the edit of an action when it is chosen. */
export function resolvesEdits({ capabilities }: Pick<Client, "capabilities">): boolean {
  const { dataSupport, resolveSupport } = capabilities.textDocument?.codeAction ?? {};
  return dataSupport === true && (resolveSupport?.properties.includes("edit") ?? false);
}

function atOnce({ action, edit }: Offered): CodeAction {
  return edit ? { ...action, edit: edit() } : action;
}

const position = v.object({ line: v.number(), character: v.number() });

/** What a client keeps for us until an action is chosen. */
const dataSchema = v.object({
  uri: v.string(),
  range: v.object({ start: position, end: position }),
  /** Of the document; null where it was not open. */
  version: v.nullable(v.number()),
  about: v.string(),
});

type Data = v.InferOutput<typeof dataSchema>;

function later(place: Place, { textDocument: { uri }, range }: At): (offered: Offered) => CodeAction {
  const version = versionOf(place);
  return ({ action, about, edit }) => {
    const data: Data = { uri, range, version, about };
    return edit ? { ...action, data } : action;
  };
}

function versionOf({ view, uri }: Place): number | null {
  return view.snapshot.versions.get(uri) ?? null;
}

/** The action with its edit. Without one, and with a word to the person, where it no longer fits the document. */
export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const given = v.safeParse(dataSchema, action.data);
  if (!given.success) return action;
  const { uri, range, version, about } = given.output;
  const place = await placeOf(session, { uri });
  const all =
    versionOf(place) === version
      ? await offeredAt(session, place, { textDocument: { uri }, range, context: { diagnostics: [] } })
      : [];
  const same = all.find((offered) => offered.action.title === action.title && offered.about === about);
  if (same?.edit) return { ...action, edit: same.edit() };
  void session.connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Info,
    message: `“${action.title}” no longer fits what is there, so nothing was changed. Open the light bulb again.`,
  });
  return action;
}
