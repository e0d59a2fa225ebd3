/** References and renames over the protocol that reach other folders than the one they are asked in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  DefinitionRequest,
  ReferencesRequest,
  RenameRequest,
  type Range,
} from "vscode-languageserver-protocol/node";
import { fileUri, startClient, type TestClient } from "../kit/languageClient.ts";

const files = {
  "a/main.tf": `module "role" {\n  source = "../child"\n  name = "spacelift_a"\n}\n`,
  "b/main.tf.json": `{"module": {"role": {"source": "../child", "name": "b"}}}`,
  "child/main.tf": `variable "name" {}\nresource "aws_iam_role" "this" { name = var.name }\n`,
  "child/terraform.tfvars": `name = "c"\n`,
} as const;

type Path = keyof typeof files;

let folder: string;
let client: TestClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "navigation-calls-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  client = await startClient({ folders: [fileUri(folder)] });
  for (const path of ["a/main.tf", "child/terraform.tfvars"] as const) {
    await client.open(fileUri(folder, path), files[path]);
  }
});

afterAll(async () => {
  expect(client.errors).toEqual([]);
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** The word `name` behind `before`. */
function nameIn(path: Path, before: string): { readonly uri: string; readonly range: Range } {
  const text = files[path];
  const lines = text.slice(0, text.indexOf(`${before}name`) + before.length).split("\n");
  const start = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return {
    uri: fileUri(folder, path),
    range: { start, end: { line: start.line, character: start.character + 4 } },
  };
}

function all(): readonly ReturnType<typeof nameIn>[] {
  return [
    nameIn("child/main.tf", 'variable "'),
    nameIn("child/main.tf", "var."),
    nameIn("child/terraform.tfvars", ""),
    nameIn("a/main.tf", "  "),
    nameIn("b/main.tf.json", '", "'),
  ];
}

function byUri(items: readonly { readonly uri: string }[]): readonly string[] {
  return items.map((item) => JSON.stringify(item)).sort();
}

it("leads from an argument to the variable in a folder of which nothing is open", async () => {
  const { uri, range } = nameIn("a/main.tf", "  ");
  const params = { textDocument: { uri }, position: range.start };
  const answer = await client.connection.sendRequest(DefinitionRequest.type, params);
  expect(answer).toEqual([nameIn("child/main.tf", 'variable "')]);
});

it.each([
  ["an argument", "a/main.tf", "  "],
  ["a file of values", "child/terraform.tfvars", ""],
] as const)("finds references in all callers from %s", async (_, path, before) => {
  const { uri, range } = nameIn(path, before);
  const answer = await client.connection.sendRequest(ReferencesRequest.type, {
    textDocument: { uri },
    position: range.start,
    context: { includeDeclaration: true },
  });
  expect(byUri(answer ?? [])).toEqual(byUri(all()));
});

it("renames in all callers, from one of them", async () => {
  const { uri, range } = nameIn("a/main.tf", "  ");
  const answer = await client.connection.sendRequest(RenameRequest.type, {
    textDocument: { uri },
    position: range.start,
    newName: "title",
  });
  const edits = (answer?.documentChanges ?? []).flatMap((change) =>
    "edits" in change
      ? change.edits.map((edit) => ({ uri: change.textDocument.uri, range: edit.range }))
      : [],
  );
  expect(byUri(edits)).toEqual(byUri(all()));
});
