/** The light bulb over the protocol: one list however it is asked for, and edits when an action is chosen. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  ShowMessageNotification,
  TextDocumentEdit,
  type ClientCapabilities,
  type CodeAction,
} from "vscode-languageserver-protocol/node";
import { fileUri, fullCapabilities, startClient, type TestClient } from "../kit/languageClient.ts";

const text = `resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
  tags     = {}
}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
  tags           = {}
}

resource "spacelift_aws_integration_attachment" "database" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "database"
  tags           = {}
}
`;
const generateTitle = "Generate the matching IAM trust policy";

const resolving: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    codeAction: { disabledSupport: true, dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

let folder = "";
let uri = "";
let client: TestClient;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spacelift-aws-actions-"));
  uri = fileUri(folder, "main.tf");
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
  expect(client.errors).toEqual([]);
});

async function start(capabilities = resolving): Promise<void> {
  client = await startClient({ capabilities });
  await client.open(uri, text);
}

async function actionsIn(
  line: number,
  triggerKind?: CodeActionTriggerKind,
  lastLine = line,
): Promise<readonly CodeAction[]> {
  const answer = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line, character: 4 }, end: { line: lastLine, character: 4 } },
    context: { diagnostics: [], ...(triggerKind ? { triggerKind } : {}) },
  });
  return (answer ?? []).filter((action): action is CodeAction => !("arguments" in action));
}

async function offered(title = generateTitle): Promise<CodeAction> {
  const action = (await actionsIn(1)).find((each) => each.title === title);
  if (!action) throw new Error(`${title} is not offered`);
  return action;
}

function resolved(action: CodeAction): Promise<CodeAction> {
  return client.connection.sendRequest(CodeActionResolveRequest.type, action);
}

function versionsIn({ edit }: CodeAction): readonly (number | null)[] {
  return (edit?.documentChanges ?? []).flatMap((change) =>
    TextDocumentEdit.is(change) ? [change.textDocument.version] : [],
  );
}

describe("the list", () => {
  it("is the same behind the light bulb and behind the keys", async () => {
    await start();
    const automatic = await actionsIn(1, CodeActionTriggerKind.Automatic);
    expect(automatic.map(({ title }) => title)).toContain(
      "Generate the trust policy as aws_iam_policy_document",
    );
    expect(await actionsIn(1, CodeActionTriggerKind.Invoked)).toEqual(automatic);
  });

  it("has the edits for a client that cannot ask for them", async () => {
    await start(fullCapabilities);
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
    const action = await offered();
    expect(JSON.stringify(action.edit)).toContain("sts:ExternalId");
    expect(versionsIn(action)).toEqual([1]);
    expect(action.data).toBeUndefined();
  });
});

describe("an action that is chosen", () => {
  it("gets its edit then, for the version that is there", async () => {
    await start();
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    const action = await offered();
    expect(action.edit).toBeUndefined();
    const { edit, ...rest } = await resolved(action);
    expect(rest).toEqual(action);
    expect(JSON.stringify(edit)).toContain("sts:ExternalId");
    expect(versionsIn({ title: "", ...(edit ? { edit } : {}) })).toEqual([1]);
  });

  it.each([
    [1, 1],
    [3, 3],
    [0, 16],
  ])("is the one that was chosen, from line %i to %i", async (from, to) => {
    await start(fullCapabilities);
    const whole = await actionsIn(from, undefined, to);
    await client.stop();
    await start();
    const all = await actionsIn(from, undefined, to);
    expect(all.map(({ title }) => title)).toEqual(whole.map(({ title }) => title));
    expect(all.length).toBeGreaterThan(2);
    for (const [index, action] of all.entries()) {
      expect((await resolved(action)).edit).toEqual(whole[index]?.edit);
    }
  });

  it("changes nothing and says so where the document has changed meanwhile", async () => {
    await start();
    const action = await offered();
    const said = new Promise<string>((resolve) => {
      client.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
        resolve(message);
      });
    });
    await client.change(uri, 2, `# new\n${text}`);
    expect((await resolved(action)).edit).toBeUndefined();
    expect(await said).toContain(generateTitle);
    expect(versionsIn(await resolved(await offered()))).toEqual([2]);
  });

  it.each([undefined, 7, { uri: 1 }, { uri: "file:///gone.tf", range: {}, version: 1 }])(
    "stays as it is where the client sends %j back",
    async (data) => {
      await start();
      const action = { title: "x", ...(data === undefined ? {} : { data }) };
      expect(await resolved(action)).toEqual(action);
    },
  );
});
