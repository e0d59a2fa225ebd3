/** The server as any editor starts it: `node dist/server.js --stdio`. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  CodeActionRequest,
  CompletionRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DocumentSymbolRequest,
  HoverRequest,
  type CodeAction,
  type CompletionItem,
  type Position,
} from "vscode-languageserver-protocol/node";
import { fileUri, fullCapabilities, startClient, type TestClient } from "../kit/languageClient.ts";

let folder = "";
let client: TestClient;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "spacelift-aws-"));
  client = await startClient();
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
  expect(client.errors).toEqual([]);
});

const integration = `resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}
`;

describe("a document", () => {
  it("gets findings when opened, and new ones when changed", async () => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, integration.replace("role_arn", "arn"));
    const [first] = await client.diagnostics(uri, (found) =>
      found.some(({ code }) => code === "unknown-attribute"),
    );
    expect(first?.source).toBe("spacelift-aws");
    await client.change(uri, 2, integration);
    const left = await client.diagnostics(uri, (found) => found.every(({ severity }) => severity !== 1));
    expect(left.filter(({ severity }) => severity === 1)).toEqual([]);
  });

  it("is followed through incremental changes", async () => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, integration);
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: range(1, 2, 1, 6), text: "nam" },
        { range: range(1, 2, 1, 5), text: "nme" },
      ],
    });
    const found = await client.diagnostics(uri, (all) =>
      all.some(({ code }) => code === "unknown-attribute"),
    );
    expect(found.find(({ code }) => code === "unknown-attribute")?.range).toEqual(range(1, 2, 1, 5));
  });

  it("loses its findings when closed", async () => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, integration.replace("role_arn", "arn"));
    await client.diagnostics(uri, (found) => found.length > 0);
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
    expect(await client.diagnostics(uri, (found) => found.length === 0)).toEqual([]);
  });

  it("sees the other files of its folder, as they are on disk and as they change there", async () => {
    const uri = fileUri(folder, "main.tf");
    const other = fileUri(folder, "attachment.tf");
    const attachment = (name: string): string => `resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.${name}.id
  stack_id       = "a"
}
`;
    writeFileSync(join(folder, "attachment.tf"), attachment("mian"));
    await client.open(uri, integration);
    const found = await client.diagnostics(other, (all) =>
      all.some(({ code }) => code === "unknown-reference"),
    );
    expect(found.find(({ code }) => code === "unknown-reference")?.message).toContain("main");
    writeFileSync(join(folder, "attachment.tf"), attachment("main"));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: other, type: 2 }],
    });
    await client.diagnostics(other, (all) => all.every(({ code }) => code !== "unknown-reference"));
  });

  it("is left alone where nothing of Spacelift is near", async () => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, 'resource "aws_s3_bucket" "b" {\n  bucket = \n}\n');
    expect(await client.diagnostics(uri, () => true)).toEqual([]);
  });
});

describe("requests", () => {
  it("complete, explain, outline and act", async () => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, integration);
    const textDocument = { uri };
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: at(0, 15),
    });
    expect(JSON.stringify(hover?.contents)).toContain("external ID");
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols?.[0]?.name).toContain("main");
    const actions = await actionsAt(uri, at(1, 4));
    expect(actions.map(({ title }) => title)).toContain("Generate the matching IAM trust policy");
    const json = actions.find(({ title }) => title.includes("JSON"));
    expect(JSON.stringify(json?.edit)).toContain("sts:AssumeRole");
  });

  it("complete an attribute that is being typed", async () => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, integration.replace("}\n", "  dur\n}\n"));
    const items = await completionsAt(uri, at(3, 5));
    expect(items.map(({ label }) => label)).toContain("duration_seconds");
  });

  it.each([
    ["behind the last line", at(400, 0)],
    ["behind the line's end", at(1, 4000)],
    ["at the very start", at(0, 0)],
  ])("get an answer %s", async (_, position) => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, integration);
    await expectAnswers(uri, position);
  });

  it("get an empty answer for a file that is not there", async () => {
    const uri = fileUri(folder, "gone.tf");
    const textDocument = { uri };
    expect(
      await client.connection.sendRequest(HoverRequest.type, { textDocument, position: at(0, 0) }),
    ).toBeNull();
    expect(await completionsAt(uri, at(0, 0))).toEqual([]);
    expect(await actionsAt(uri, at(0, 0))).toEqual([]);
  });

  it("get an answer while the text is being changed", async () => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, integration);
    const answers: Promise<void>[] = [];
    for (let length = 0; length < integration.length; length += 7) {
      await client.change(uri, length + 2, integration.slice(0, length));
      answers.push(expectAnswers(uri, at(0, length)));
    }
    await Promise.all(answers);
  });

  it("survive params and notifications that make no sense", async () => {
    const uri = fileUri(folder, "main.tf");
    await client.open(uri, integration);
    expect(
      await client.connection.sendRequest("spaceliftAws/trustPolicyDocument", { nonsense: true }),
    ).toBeNull();
    await client.connection.sendNotification("spaceliftAws/besideTerraformExtension", 7);
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { spaceliftAws: { accountName: 12, rules: "all" } },
    });
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: fileUri(folder, "never-opened.tf"), version: 9 },
      contentChanges: [{ range: range(9, 9, 1, 1), text: "x" }],
    });
    await expectAnswers(uri, at(1, 4));
  });
});

it("speaks UTF-8 positions with a client that prefers them", async () => {
  const other = await startClient({
    capabilities: { ...fullCapabilities, general: { positionEncodings: ["utf-8", "utf-16"] } },
  });
  expect(other.initialized.capabilities.positionEncoding).toBe("utf-8");
  const uri = fileUri(folder, "main.tf");
  const text = integration.replace('name     = "main"', 'name     = "é😀"\n  naem = "x"');
  await other.open(uri, text.replace('"é😀"\n  naem', '"é😀", naem'));
  await other.change(uri, 2, text.replace("  naem", "  /* é😀 */ naem"));
  const found = await other.diagnostics(uri, (all) => all.some(({ code }) => code === "unknown-attribute"));
  const start = "  /* é😀 */ ";
  expect(found.find(({ code }) => code === "unknown-attribute")?.range.start).toEqual(
    at(2, Buffer.byteLength(start, "utf8")),
  );
  await other.stop();
});

function at(line: number, character: number): Position {
  return { line, character };
}

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: at(line, character), end: at(endLine, endCharacter) };
}

async function completionsAt(uri: string, position: Position): Promise<readonly CompletionItem[]> {
  const answer = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
  });
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

async function actionsAt(uri: string, position: Position): Promise<readonly CodeAction[]> {
  const answer = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  return (answer ?? []).filter((action): action is CodeAction => "kind" in action);
}

/** Every kind of request is answered, whatever the answer is. */
async function expectAnswers(uri: string, position: Position): Promise<void> {
  const textDocument = { uri };
  await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
  await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  await completionsAt(uri, position);
  await actionsAt(uri, position);
}
