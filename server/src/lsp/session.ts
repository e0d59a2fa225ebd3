/** What one connection knows: the workspace, what the client can do, and where messages go. */
import type { ClientCapabilities, Connection } from "vscode-languageserver";
import type { FileSystem } from "../workspace/fileSystem.ts";
import type { Settings } from "../workspace/settings.ts";
import { defaultSettings } from "../workspace/settings.ts";
import { Workspace } from "../workspace/workspace.ts";
import { readClientOptions, type ClientOptions } from "./clientOptions.ts";
import type { Encoding } from "./positions.ts";
import type { RequestLog } from "./request.ts";

export interface Session {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly log: RequestLog;
  /** Set by `initialize`, before any other request comes. */
  client: Client;
  settings: Settings;
}

export interface Client {
  readonly capabilities: ClientCapabilities;
  readonly options: ClientOptions;
  readonly encoding: Encoding;
}

export function createSession(connection: Connection, files: FileSystem): Session {
  const log: RequestLog = {
    error: (message) => {
      connection.console.error(message);
    },
    debug: (message) => {
      connection.console.log(message);
    },
  };
  return {
    connection,
    workspace: new Workspace(files, (message) => {
      connection.console.log(message);
    }),
    log,
    client: { capabilities: {}, options: readClientOptions(undefined), encoding: "utf-16" },
    settings: defaultSettings,
  };
}

/** UTF-8 where the client prefers it: then positions cost no counting on its side. UTF-16 is always understood. */
export function chooseEncoding(capabilities: ClientCapabilities): Encoding {
  const [preferred] = capabilities.general?.positionEncodings ?? [];
  return preferred === "utf-8" ? "utf-8" : "utf-16";
}
