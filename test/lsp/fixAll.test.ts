/** *Fix all* and previews over the protocol. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CodeActionRequest, type WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { fileUri, fullCapabilities, startClient, type TestClient } from "../kit/languageClient.ts";

const main = `resource "spacelift_aws_integration" "main" {
  nam      = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}
`;
const stacks = `resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
  wirte          = true
}
`;

let folder: string;
let client: TestClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spacelift-aws-fix-all-"));
  writeFileSync(join(folder, "main.tf"), main);
  writeFileSync(join(folder, "stacks.tf"), stacks);
  mkdirSync(join(folder, "other"));
  writeFileSync(join(folder, "other", "main.tf"), main);
  mkdirSync(join(folder, "network"));
  writeFileSync(join(folder, "network", "main.tf"), `resource "aws_vpc" "main" {\n  nam = "x"\n}\n`);
  client = await startClient({
    folders: [pathToFileURL(folder).href],
    capabilities: {
      ...fullCapabilities,
      workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    },
  });
  await client.open(fileUri(folder, "main.tf"), main);
});

afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

it("answers those who ask for the kind, and nobody else", async () => {
  const ask = (only?: string[]) =>
    client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: fileUri(folder, "main.tf") },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  const kinds = async (only?: string[]): Promise<readonly unknown[]> =>
    ((await ask(only)) ?? []).map((action) => ("kind" in action ? action.kind : undefined));
  expect(await kinds(["source.fixAll"])).toEqual(["source.fixAll.spaceliftAws"]);
  expect(await kinds(["source.fixAll.spaceliftAws"])).toEqual(["source.fixAll.spaceliftAws"]);
  expect(await kinds(["source.organizeImports"])).toEqual([]);
  expect(await kinds()).not.toContain("source.fixAll.spaceliftAws");
});

it("asks before it changes several files, also those that are not open", async () => {
  const answer: { readonly edit: WorkspaceEdit } | null = await client.connection.sendRequest(
    "spaceliftAws/fixAllInModule",
    { textDocument: { uri: fileUri(folder, "main.tf") } },
  );
  expect(answer?.edit.documentChanges).toHaveLength(2);
  expect(Object.values(answer?.edit.changeAnnotations ?? {})).toEqual([
    { label: "Fix all that Spacelift AWS can fix", needsConfirmation: true },
  ]);
});

it("mends all modules of the workspace, also those that nobody has open", async () => {
  const answer: { readonly edit: WorkspaceEdit } | null = await client.connection.sendRequest(
    "spaceliftAws/fixAllInWorkspace",
    {},
  );
  const uris = answer?.edit.documentChanges?.map((change) =>
    "textDocument" in change ? change.textDocument.uri : "",
  );
  expect(uris).toEqual([
    fileUri(folder, "main.tf"),
    fileUri(folder, "stacks.tf"),
    fileUri(join(folder, "other"), "main.tf"),
  ]);
  expect(Object.values(answer?.edit.changeAnnotations ?? {})).toEqual([
    { label: "Fix all that Spacelift AWS can fix", needsConfirmation: true },
  ]);
});
