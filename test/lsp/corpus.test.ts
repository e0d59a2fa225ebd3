/** Real modules over stdio: opened, typed through prefix by prefix, asked for everything on the way. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CodeActionRequest,
  CompletionRequest,
  DidCloseTextDocumentNotification,
  DocumentSymbolRequest,
  HoverRequest,
  type Position,
} from "vscode-languageserver-protocol/node";
import { fileUri, startClient, type TestClient } from "../kit/languageClient.ts";

const corpus = process.env["SPACELIFT_AWS_CORPUS"] ?? resolve(import.meta.dirname, "../../../shared/corpus");
const modules = join(corpus, "spacelift");
const isThere = existsSync(modules);
if (!isThere) console.warn(`skipped: no corpus at ${corpus}`);

const folders = isThere ? readdirSync(modules) : [];
/** Prefixes that each file is typed through, besides the whole. */
const stepsPerFile = 12;

let client: TestClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(async () => {
  await client.stop();
});

describe.skipIf(!isThere)("modules of real repositories", () => {
  it.each(folders)("%s: every request is answered on every prefix that is typed through", async (key) => {
    for (const path of filesIn(join(modules, key))) {
      const text = readFileSync(path, "utf8");
      const uri = fileUri(path);
      await client.open(uri, text);
      await expectAnswers(uri, text);
      for (let step = stepsPerFile - 1; step >= 0; step--) {
        const prefix = text.slice(0, Math.floor((text.length * step) / stepsPerFile));
        await client.change(uri, 2 + stepsPerFile - step, prefix);
        await expectAnswers(uri, prefix);
      }
      await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
        textDocument: { uri },
      });
    }
    expect(client.errors).toEqual([]);
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tf|tofu)$/.test(name))
    .map((name) => join(folder, name));
}

/** At the end, where a person would be typing, and in the middle. */
async function expectAnswers(uri: string, text: string): Promise<void> {
  const textDocument = { uri };
  await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  for (const offset of [text.length, Math.floor(text.length / 2)]) {
    const position = positionAt(text, offset);
    await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
    await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  }
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
