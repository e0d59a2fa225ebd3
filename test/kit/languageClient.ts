/** The server as a program of its own, spoken to over stdio as any editor would. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";

const server = resolve(import.meta.dirname, "../../dist/server.js");

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server wrote to its log at the level of an error. */
  readonly errors: readonly string[];
  readonly open: (uri: string, text: string) => Promise<void>;
  readonly change: (uri: string, version: number, text: string) => Promise<void>;
  /** The newest findings of a file, as soon as they fulfil the condition. */
  readonly diagnostics: (
    uri: string,
    isEnough: (diagnostics: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  readonly stop: () => Promise<void>;
}

export const fullCapabilities: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    codeAction: { disabledSupport: true },
    publishDiagnostics: { relatedInformation: true },
  },
};

interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The workspace's folders, as URIs; none where it is not given. */
  readonly folders?: readonly string[];
}

export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const errors: string[] = [];
  const published = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>();
  connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type === 1) errors.push(message);
  });
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.set(params.uri, params.diagnostics);
    for (const listener of waiting) listener(params);
  });
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol requires it still
    rootUri: null,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities: options.capabilities ?? fullCapabilities,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    connection,
    initialized,
    errors,
    open: (uri, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: "terraform", version: 1, text },
      }),
    change: (uri, version, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    diagnostics: (uri, isEnough) => {
      const known = published.get(uri);
      if (known && isEnough(known)) return Promise.resolve(known);
      return new Promise((resolveWith) => {
        const listener = (params: PublishDiagnosticsParams): void => {
          if (params.uri !== uri || !isEnough(params.diagnostics)) return;
          waiting.delete(listener);
          resolveWith(params.diagnostics);
        };
        waiting.add(listener);
      });
    },
    stop: async () => {
      await connection.sendRequest("shutdown");
      const exited = new Promise((resolveWith) => child.once("exit", resolveWith));
      await connection.sendNotification("exit");
      await exited;
      connection.dispose();
    },
  };
}

/** The URI of a file below a folder. */
export function fileUri(folder: string, name = ""): string {
  return pathToFileURL(join(folder, name)).toString();
}
