/** Requests of our own, for the commands of the VS Code extension. */
import type { CodeAction } from "vscode-languageserver";
import * as v from "valibot";
import { codeActions, integrationAt } from "../../features/codeActions.ts";
import { trustPolicyJsonOf, type TrustPolicyDocument } from "../../features/trustPolicyDocument.ts";
import { spanOf, workspaceEdit } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

const position = v.object({ line: v.number(), character: v.number() });

const jsonParams = v.object({
  textDocument: v.object({ uri: v.string() }),
  /** The integration's address, or the cursor that is in it. */
  integration: v.union([v.string(), position]),
});

/** The policy of one integration as JSON; null where there is no such integration. */
export const trustPolicyJsonRequest = {
  method: "spaceliftAws/trustPolicyJson",
  async answer(session: Session, params: unknown): Promise<TrustPolicyDocument | null> {
    const given = v.safeParse(jsonParams, params);
    if (!given.success) return null;
    const { textDocument, integration } = given.output;
    const { view, uri } = await placeOf(session, textDocument);
    if (typeof integration === "string") return trustPolicyJsonOf(view.snapshot, integration) ?? null;
    const found = integrationAt(
      view.snapshot,
      uri,
      spanOf(view, uri, { start: integration, end: integration }),
    );
    return found ? (trustPolicyJsonOf(view.snapshot, found.declaration.address) ?? null) : null;
  },
} as const;

const generateParams = v.object({ textDocument: v.object({ uri: v.string() }), position });

export type GenerateAnswer = Pick<CodeAction, "edit"> | { readonly reason: string };

/** The edit that *generate* would make at the cursor, or why there is none. */
export const generateTrustPolicyRequest = {
  method: "spaceliftAws/generateTrustPolicy",
  async answer(session: Session, params: unknown): Promise<GenerateAnswer | null> {
    const given = v.safeParse(generateParams, params);
    if (!given.success) return null;
    const { textDocument, position: at } = given.output;
    const { view, uri } = await placeOf(session, textDocument);
    const span = spanOf(view, uri, { start: at, end: at });
    const actions = await codeActions(view.snapshot, uri, span, session.log.debug);
    for (const action of actions) {
      if (action.kind === "generate") return { edit: workspaceEdit(view, action.edits) };
      if (action.kind === "disabled") return { reason: action.reason };
    }
    return null;
  },
} as const;
