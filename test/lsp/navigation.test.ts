/** Each request that leads from place to place, asked of the server as a process, over stdio. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  FoldingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
  type Position,
  type Range,
  type TextDocumentIdentifier,
} from "vscode-languageserver-protocol/node";
import { fileUri, fullCapabilities, startClient, type TestClient } from "../kit/languageClient.ts";

const main = `resource "spacelift_aws_integration" "this" {
  name     = "ci"
  role_arn = local.role_arn
}

module "roles" {
  source = "./roles"
}

locals {
  # the role
  # of the integration
  role_arn = "arn:aws:iam::\${var.account}:role/ci"
}
`;
const variables = `variable "account" {}\n`;

let folder: string;
let client: TestClient;
let document: TextDocumentIdentifier;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "navigation-"));
  mkdirSync(join(folder, "roles"));
  writeFileSync(join(folder, "variables.tf"), variables);
  writeFileSync(join(folder, "roles/a.tf"), "");
  writeFileSync(join(folder, "roles/main.tf"), "");
  const { textDocument, ...others } = fullCapabilities;
  client = await startClient({
    capabilities: {
      ...others,
      textDocument: { ...textDocument, definition: { linkSupport: true }, rename: { prepareSupport: true } },
    },
  });
  document = { uri: fileUri(folder, "main.tf") };
  await client.open(document.uri, main);
});

afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** The position of the text in `main`, or of something in it. */
function at(text: string, within = 0): Position {
  const lines = main.slice(0, main.indexOf(text) + within).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function rangeAt(text: string, within = 0, length = text.length - within): Range {
  return { start: at(text, within), end: at(text, within + length) };
}

describe("over LSP", () => {
  it("says what it can do", () => {
    expect(client.initialized.capabilities).toMatchObject({
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentHighlightProvider: true,
      workspaceSymbolProvider: true,
      documentLinkProvider: { resolveProvider: true },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
    });
  });

  it("goes to a definition in another file", async () => {
    const answer = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: document,
      position: at("var.account", 5),
    });
    const name = { start: { line: 0, character: 10 }, end: { line: 0, character: 17 } };
    expect(answer).toEqual([
      {
        originSelectionRange: rangeAt("var.account"),
        targetUri: fileUri(folder, "variables.tf"),
        targetRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 21 } },
        targetSelectionRange: name,
      },
    ]);
  });

  it("finds references", async () => {
    const answer = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: document,
      position: at("local.role_arn", 8),
      context: { includeDeclaration: true },
    });
    expect(answer).toEqual([
      { uri: document.uri, range: rangeAt("local.role_arn", 6) },
      { uri: document.uri, range: rangeAt('role_arn = "', 0, 8) },
    ]);
  });

  it("renames in all files, with the versions that it knows", async () => {
    const params = { textDocument: document, position: at("var.account", 5) };
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, params)).toEqual({
      range: rangeAt("var.account", 4),
      placeholder: "account",
    });
    const answer = await client.connection.sendRequest(RenameRequest.type, {
      ...params,
      newName: "account_id",
    });
    expect(answer?.documentChanges).toEqual([
      {
        textDocument: { uri: document.uri, version: 1 },
        edits: [{ range: rangeAt("var.account", 4), newText: "account_id" }],
      },
      {
        textDocument: { uri: fileUri(folder, "variables.tf"), version: null },
        edits: [
          {
            range: { start: { line: 0, character: 10 }, end: { line: 0, character: 17 } },
            newText: "account_id",
          },
        ],
      },
    ]);
  });

  it("says why it does not rename", async () => {
    const refused = client.connection.sendRequest(RenameRequest.type, {
      textDocument: document,
      position: at("local.role_arn", 8),
      newName: "no name",
    });
    await expect(refused).rejects.toThrow("`no name` is no name");
    const nothing = await client.connection.sendRequest(PrepareRenameRequest.type, {
      textDocument: document,
      position: at("\n\nmodule", 1),
    });
    expect(nothing).toBeNull();
  });

  it("highlights", async () => {
    const answer = await client.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument: document,
      position: at('role_arn = "', 2),
    });
    expect(answer).toEqual([
      { range: rangeAt("local.role_arn", 6), kind: 2 },
      { range: rangeAt('role_arn = "', 0, 8), kind: 3 },
    ]);
  });

  it("finds symbols of the workspace", async () => {
    const answer = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "account" });
    expect(answer).toMatchObject([
      { name: "var.account", location: { uri: fileUri(folder, "variables.tf") } },
    ]);
  });

  it("folds", async () => {
    const answer = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: document });
    const lines = answer?.map(({ startLine, endLine, kind }) => [startLine, endLine, kind]);
    expect(lines).toEqual([
      [0, 2, undefined],
      [5, 6, undefined],
      [9, 12, undefined],
      [10, 11, "comment"],
    ]);
  });

  it("grows selections, one for each place", async () => {
    const answer = await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument: document,
      positions: [at("account}"), at('ci"')],
    });
    expect(answer?.map(({ range }) => range)).toEqual([rangeAt("account}", 0, 7), rangeAt('ci"', 0, 2)]);
    expect(answer?.[0]?.parent?.range).toEqual(rangeAt("var.account"));
  });

  it("links a module to its main file, which is looked for on a click", async () => {
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: document });
    const [module] = links ?? [];
    expect(module).toMatchObject({ range: rangeAt("./roles") });
    expect(module?.target).toBeUndefined();
    if (!module) return;
    const resolved = await client.connection.sendRequest(DocumentLinkResolveRequest.type, module);
    expect(resolved.target).toBe(fileUri(folder, "roles/main.tf"));
  });

  it("answers nothing for a document that it does not know, or a place that is not there", async () => {
    const elsewhere = { textDocument: { uri: "file:///nowhere/x.tf" }, position: { line: 0, character: 0 } };
    const below = { textDocument: document, position: { line: 999, character: 0 } };
    for (const params of [elsewhere, below]) {
      const { connection } = client;
      expect(await connection.sendRequest(DefinitionRequest.type, params)).toBeNull();
      expect(await connection.sendRequest(PrepareRenameRequest.type, params)).toBeNull();
      expect(await connection.sendRequest(DocumentHighlightRequest.type, params)).toBeNull();
      const context = { includeDeclaration: true };
      expect(await connection.sendRequest(ReferencesRequest.type, { ...params, context })).toEqual([]);
    }
    const { textDocument } = elsewhere;
    expect(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toBeNull();
    expect(await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument })).toEqual([]);
    const positions = [{ line: 0, character: 0 }];
    const selected = client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions });
    expect(await selected).toBeNull();
  });
});
