/** Code lenses over the protocol, with the verdict across the files of a module. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { CodeLensRequest } from "vscode-languageserver-protocol/node";
import { fileUri, startClient, type TestClient } from "../kit/languageClient.ts";

let folder = "";
let client: TestClient;
const showVerdict = "spaceliftAws.showVerdict";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "spacelift-aws-"));
  client = await startClient();
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
  expect(client.errors).toEqual([]);
});

const integration = `data "spacelift_account" "this" {}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}
`;
const role = (account: string): string => `resource "aws_iam_role" "spacelift" {
  name = "spacelift"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = data.spacelift_account.this.aws_account_id }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "${account}@*" } }
    }]
  })
}
`;

it("says above an integration whether Spacelift gets in, and follows a change in another file", async () => {
  const [uri, roleUri] = [fileUri(folder, "main.tf"), fileUri(folder, "role.tf")];
  await client.open(uri, integration);
  await client.open(roleUri, role("${data.spacelift_account.this.name}"));
  const params = { textDocument: { uri } };
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, params);
  expect(lenses).toEqual([
    {
      range: { start: { line: 2, character: 9 }, end: { line: 2, character: 43 } },
      command: { title: "Spacelift gets in: 1 of 1 session", command: "" },
    },
  ]);
  await client.change(roleUri, 2, role("${data.spacelift_account.this.name}@x"));
  const [changed] = (await client.connection.sendRequest(CodeLensRequest.type, params)) ?? [];
  expect(changed?.command?.title).toBe("Spacelift is refused: 1 of 1 session");
});

it("can be clicked in a client that opens the hover at the place", async () => {
  await client.stop();
  client = await startClient({ initializationOptions: { commands: [showVerdict] } });
  const uri = fileUri(folder, "main.tf");
  await client.open(uri, integration + role("${data.spacelift_account.this.name}"));
  const [lens] = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  expect(lens?.command).toEqual({
    title: "Spacelift gets in: 1 of 1 session",
    command: showVerdict,
    arguments: [uri, { line: 4, character: 2 }],
  });
});
