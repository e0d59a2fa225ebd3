/** Policies in files that modules read, over the protocol: their fixes, at the call and in the file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  CodeActionRequest,
  RegistrationRequest,
  type ClientCapabilities,
  type CodeAction,
  type RegistrationParams,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { moduleWith } from "../analysis/trust/verdictLines.ts";
import { fileUri, fullCapabilities, startClient, type TestClient } from "../kit/languageClient.ts";

const call = 'file("${path.module}/policies/trust.json")';
const main = moduleWith(call);
const policy = (id: string): string => `{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "AWS": "324880187172" },
    "Action": "sts:AssumeRole",
    "Condition": { "StringLike": { "sts:ExternalId": "${id}" } }
  }]
}
`;

let folder = "";
let client: TestClient;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spacelift-aws-texts-"));
  mkdirSync(join(folder, "policies"));
  writeFileSync(join(folder, "main.tf"), main);
  writeFileSync(join(folder, "policies", "trust.json"), policy("other@*"));
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
  expect(client.errors).toEqual([]);
});

async function start(capabilities: ClientCapabilities = fullCapabilities): Promise<void> {
  client = await startClient({
    folders: [pathToFileURL(folder).href],
    capabilities,
    initializationOptions: { settings: { accountName: "acme", instance: "spacelift.io" } },
  });
}

async function actionsAt(uri: string, text: string, piece: string): Promise<readonly CodeAction[]> {
  const before = text.slice(0, text.indexOf(piece) + 1).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const answer = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  return (answer ?? []).filter((action): action is CodeAction => !("arguments" in action));
}

function changes(edit: WorkspaceEdit | undefined): unknown {
  return edit?.documentChanges?.map((change) =>
    "edits" in change
      ? [
          change.textDocument.uri,
          change.textDocument.version,
          ...change.edits.map((each) => "newText" in each && each.newText),
        ]
      : change.kind,
  );
}

it("offers the fix at the call, for a file that is not open", async () => {
  await start();
  const uri = fileUri(folder, "main.tf");
  const trust = fileUri(folder, "policies/trust.json");
  await client.open(uri, main);
  const [finding] = await client.diagnostics(trust, (found) => found.length > 0);
  expect(finding?.relatedInformation?.map(({ location }) => location.uri)).toContain(uri);
  const actions = await actionsAt(uri, main, call);
  const fix = actions.find(({ title }) => title === "Write acme@*, in trust.json");
  expect(changes(fix?.edit)).toEqual([[trust, null, '"acme@*"']]);
  expect(actions.map(({ title }) => title)).toContain("Ignore trust-external-id-mismatch here");
});

it("offers the fix in the file, for the text that is typed", async () => {
  await start();
  const trust = fileUri(folder, "policies/trust.json");
  await client.open(fileUri(folder, "main.tf"), main);
  await client.diagnostics(trust, (found) => found.length > 0);
  await client.open(trust, policy("other@*"));
  const [fix] = await actionsAt(trust, policy("other@*"), "other");
  expect(fix?.title).toBe("Write acme@*");
  expect(changes(fix?.edit)).toEqual([[trust, 1, '"acme@*"']]);
  await client.change(trust, 2, policy("acme@*"));
  expect(await client.diagnostics(trust, (found) => found.length === 0)).toEqual([]);
  expect(await actionsAt(trust, policy("acme@*"), "acme")).toEqual([]);
});

it("mends the file with all others of the module", async () => {
  await start();
  const uri = fileUri(folder, "main.tf");
  await client.open(uri, main);
  const answer: { readonly edit: WorkspaceEdit } | null = await client.connection.sendRequest(
    "spaceliftAws/fixAllInModule",
    { textDocument: { uri } },
  );
  expect(changes(answer?.edit)).toEqual([[fileUri(folder, "policies/trust.json"), null, "acme"]]);
});

it("asks a client that can be asked for the documents that hold policies, once", async () => {
  await start({
    ...fullCapabilities,
    textDocument: {
      ...fullCapabilities.textDocument,
      synchronization: { dynamicRegistration: true },
      codeAction: { dynamicRegistration: true },
    },
  });
  const asked: RegistrationParams[] = [];
  client.connection.onRequest(RegistrationRequest.type, (params) => {
    asked.push(params);
  });
  const trust = fileUri(folder, "policies/trust.json");
  await client.open(fileUri(folder, "main.tf"), main);
  await client.diagnostics(trust, (found) => found.length > 0);
  await client.open(trust, policy("acme@*"));
  await client.diagnostics(trust, (found) => found.length === 0);
  expect(asked).toHaveLength(1);
  const [{ registrations } = { registrations: [] }] = asked;
  expect(registrations.map(({ method }) => method)).toEqual([
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/codeAction",
  ]);
  for (const { registerOptions } of registrations)
    expect(registerOptions).toMatchObject({ documentSelector: [{ pattern: "**/trust.json" }] });
});
