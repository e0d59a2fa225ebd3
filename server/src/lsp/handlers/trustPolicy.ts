/** Requests of our own, for the commands of the VS Code extension. */
import type { CodeAction } from "vscode-languageserver";
import * as v from "valibot";
import { codeActions, integrationAt } from "../../features/codeActions.ts";
import {
  documentForms,
  trustPolicyDocument,
  type TrustPolicyDocument,
} from "../../features/trustPolicy/document.ts";
import { spanOf, workspaceEdit } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

const position = v.object({ line: v.number(), character: v.number() });

const documentParams = v.object({
  textDocument: v.object({ uri: v.string() }),
  /** The integration's address, or the cursor that is in it. */
  integration: v.union([v.string(), position]),
  form: v.picklist(documentForms),
});

/** The policy of one integration as a document; null where there is no such integration. */
export const trustPolicyDocumentRequest = {
  method: "spaceliftAws/trustPolicyDocument",
  async answer(session: Session, params: unknown): Promise<TrustPolicyDocument | null> {
    const given = v.safeParse(documentParams, params);
    if (!given.success) return null;
    const { textDocument, integration, form } = given.output;
    const { view, uri } = await placeOf(session, textDocument);
    if (typeof integration === "string") return trustPolicyDocument(view.snapshot, integration, form) ?? null;
    const found = integrationAt(
      view.snapshot,
      uri,
      spanOf(view, uri, { start: integration, end: integration }),
    );
    return found ? (trustPolicyDocument(view.snapshot, found.declaration.address, form) ?? null) : null;
  },
} as const;

const generateParams = v.object({ textDocument: v.object({ uri: v.string() }), position });

type GenerateAnswer = Pick<CodeAction, "edit"> | { readonly reason: string };

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
      if (action.kind === "generate" && action.isDefault) {
        return { edit: workspaceEdit(view, action.edits, action.title) };
      }
      if (action.kind === "disabled") return { reason: action.reason };
    }
    return null;
  },
} as const;
