/** What a client may send when, over stdio and without a library that keeps to it. */
import { spawn, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { StreamMessageReader, StreamMessageWriter, type Message } from "vscode-languageserver-protocol/node";

const server = resolve(import.meta.dirname, "../../dist/server.js");

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

let child: ChildProcess;
let send: (method: string, params?: object, id?: number) => Promise<void>;
let answerTo: (method: string, params?: object) => Promise<Answer>;

beforeEach(() => {
  const started = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  child = started;
  const writer = new StreamMessageWriter(started.stdin);
  const waiting = new Map<number, (answer: Answer) => void>();
  new StreamMessageReader(started.stdout).listen((message: Message & Answer) => {
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  send = (method, params, id) =>
    writer.write({ jsonrpc: "2.0", method, params, ...(id === undefined ? {} : { id }) } as Message);
  answerTo = (method, params) =>
    new Promise((resolveWith, reject) => {
      const id = ++last;
      waiting.set(id, resolveWith);
      send(method, params, id).catch(reject);
    });
});

afterEach(() => {
  child.kill();
});

const capable = { processId: null, rootUri: null, capabilities: {} };
const hover = {
  textDocument: { uri: "file:///gone/main.tf" },
  position: { line: 0, character: 0 },
};
const document = {
  textDocument: { uri: "untitled:x.tf", languageId: "terraform", version: 1, text: "# spacelift_\n" },
};
const outline = { textDocument: { uri: "untitled:x.tf" } };

const notInitialized = -32002;
const invalidRequest = -32600;

it("answers nothing before it is initialized, and forgets what it was told", async () => {
  await send("textDocument/didOpen", document);
  expect((await answerTo("textDocument/hover", hover)).error?.code).toBe(notInitialized);
  expect((await answerTo("shutdown")).error?.code).toBe(notInitialized);
  expect((await answerTo("no/such/method")).error?.code).toBe(notInitialized);
  expect((await answerTo("initialize", capable)).result).toBeDefined();
  expect((await answerTo("textDocument/foldingRange", outline)).result).toBeNull();
  await send("textDocument/didOpen", document);
  expect((await answerTo("textDocument/foldingRange", outline)).result).toEqual([]);
});

it("is initialized once", async () => {
  expect((await answerTo("initialize", capable)).error).toBeUndefined();
  expect((await answerTo("initialize", capable)).error?.code).toBe(invalidRequest);
  expect((await answerTo("textDocument/hover", hover)).result).toBeNull();
});

it.each([
  ["without capabilities", { processId: null, rootUri: null }],
  ["with capabilities that are null", { processId: null, rootUri: null, capabilities: null }],
  ["with nothing at all", undefined],
])("is initialized %s", async (_, params) => {
  expect((await answerTo("initialize", params)).result).toMatchObject({
    capabilities: { hoverProvider: true },
  });
  await send("initialized", {});
  expect((await answerTo("textDocument/hover", hover)).result).toBeNull();
});

it("answers nothing after it has been shut down, and exits when told", async () => {
  await answerTo("initialize", capable);
  expect((await answerTo("shutdown")).error).toBeUndefined();
  expect((await answerTo("textDocument/hover", hover)).error?.code).toBe(invalidRequest);
  expect((await answerTo("shutdown")).error?.code).toBe(invalidRequest);
  expect(await exitCode()).toBe(0);
});

it("exits when told before it is initialized, as a failure", async () => {
  expect(await exitCode()).toBe(1);
});

async function exitCode(): Promise<unknown> {
  const exited = new Promise((resolveWith) => child.once("exit", resolveWith));
  await send("exit");
  return exited;
}
