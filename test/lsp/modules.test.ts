/** Findings over the protocol where several modules have to do with one another. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  CodeActionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
  WorkspaceFoldersRequest,
  type Diagnostic,
  type FileEvent,
} from "vscode-languageserver-protocol/node";
import { moduleWith } from "../analysis/trust/verdictLines.ts";
import { fileUri, fullCapabilities, startClient, type TestClient } from "../kit/languageClient.ts";

let folder = "";
let client: TestClient;

const child = `variable "duration" {}
resource "spacelift_aws_integration" "main" {
  name             = "main"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift"
  duration_seconds = var.duration
}
output "id" {
  value = spacelift_aws_integration.main.id
}
`;
const parent = `module "m" {
  source   = "../modules/child"
  duration = 5
}
`;

function write(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return fileUri(folder, path);
}

const isOutOfRange = (found: readonly Diagnostic[]): boolean =>
  found.some(({ code }) => code === "duration-out-of-range");
const isQuiet = (found: readonly Diagnostic[]): boolean => !isOutOfRange(found);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spacelift-aws-modules-"));
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
  expect(client.errors).toEqual([]);
});

describe("with the workspace's folders", () => {
  beforeEach(async () => {
    write("modules/child/main.tf", child);
    write("stack/main.tf", parent);
    client = await startClient({ folders: [fileUri(folder)] });
  });

  it("an open module brings findings into a file that calls it", async () => {
    const uri = fileUri(folder, "modules/child/main.tf");
    await client.open(uri, child);
    const caller = fileUri(folder, "stack/main.tf");
    const found = await client.diagnostics(caller, isOutOfRange);
    expect(found.map(({ range }) => range.start.line)).toEqual([2]);
    await client.change(uri, 2, child.replace("var.duration", "3600"));
    await client.diagnostics(caller, isQuiet);
  });

  it("an open caller brings findings that stand in it, and takes them away when closed", async () => {
    const uri = fileUri(folder, "stack/main.tf");
    await client.open(uri, parent);
    await client.diagnostics(uri, isOutOfRange);
    await client.change(uri, 2, parent.replace("5", "900"));
    await client.diagnostics(uri, isQuiet);
    await client.change(uri, 3, parent);
    await client.diagnostics(uri, isOutOfRange);
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
    await client.diagnostics(uri, isQuiet);
  });

  it("a value in the caller is mended where it is written", async () => {
    const uri = fileUri(folder, "stack/main.tf");
    await client.open(uri, parent);
    const [diagnostic] = await client.diagnostics(uri, isOutOfRange);
    if (!diagnostic) throw new Error("no finding");
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    expect(actions?.map(({ title }) => title)).toEqual(["Set to 900", "Ignore duration-out-of-range here"]);
  });

  it("files of values count, and changes of them from outside", async () => {
    write("stack/main.tf", `variable "given" {}\n${parent.replace("5", "var.given")}`);
    const values = write("stack/terraform.tfvars", "given = 7\n");
    await client.open(fileUri(folder, "modules/child/main.tf"), child);
    await client.diagnostics(values, isOutOfRange);
    write("stack/terraform.tfvars", "given = 3600\n");
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: values, type: FileChangeType.Changed }],
    });
    await client.diagnostics(values, isQuiet);
  });

  it("a policy in a file is judged, and again when the file changes", async () => {
    const trust = (account: string): string =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: {
          Effect: "Allow",
          Principal: { AWS: "324880187172" },
          Action: "sts:AssumeRole",
          Condition: { StringLike: { "sts:ExternalId": `${account}@*` } },
        },
      });
    const policy = write("role/trust.json", trust("other"));
    const text = moduleWith('file("${path.module}/trust.json")');
    const uri = write("role/main.tf", text);
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { spaceliftAws: { accountName: "acme", instance: "spacelift.io" } },
    });
    await client.open(uri, text);
    const [found] = await client.diagnostics(policy, (all) => all.length > 0);
    expect(found?.range.start).toEqual({ line: 0, character: trust("other").indexOf("other@*") });
    write("role/trust.json", trust("acme"));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: policy, type: FileChangeType.Changed }],
    });
    await client.diagnostics(policy, (all) => all.length === 0);
  });

  it("many changes from outside at once are one", async () => {
    const uri = fileUri(folder, "modules/child/main.tf");
    await client.open(uri, child);
    await client.diagnostics(fileUri(folder, "stack/main.tf"), isOutOfRange);
    const changed = Array.from({ length: 1000 }, (_, index) =>
      write(
        `other/${index}/main.tf`,
        `module "m" {\n  source = "../../modules/child"\n  duration = ${index}\n}\n`,
      ),
    );
    const changes = changed.map((each): FileEvent => ({ uri: each, type: FileChangeType.Created }));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    const [first = ""] = changed;
    await client.diagnostics(first, isOutOfRange);
  });
});

it("folders that are added later count as well", async () => {
  write("modules/child/main.tf", child);
  const caller = write("stack/main.tf", parent);
  client = await startClient({
    capabilities: {
      ...fullCapabilities,
      workspace: { ...fullCapabilities.workspace, workspaceFolders: true },
    },
    folders: [],
  });
  const added = { uri: fileUri(folder), name: "all" };
  client.connection.onRequest(WorkspaceFoldersRequest.type, () => [added]);
  await client.open(fileUri(folder, "modules/child/main.tf"), child);
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [added], removed: [] },
  });
  await client.diagnostics(caller, isOutOfRange);
});
