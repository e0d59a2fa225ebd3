/** The server as a program: over stdio for any editor, over IPC for the VS Code extension. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createLifecycle } from "./lsp/lifecycle.ts";
import { startServer } from "./lsp/server.ts";
import { nodeFiles } from "./nodeFiles.ts";

startServer(createConnection(ProposedFeatures.all, { messageStrategy: createLifecycle() }), nodeFiles);
