/** Puts the server together: one line for each thing that a client may ask. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Connection,
} from "vscode-languageserver";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { serverCapabilities } from "./capabilities.ts";
import { readClientOptions } from "./clientOptions.ts";
import { followDocuments } from "./documents.ts";
import { codeActions, resolveCodeAction } from "./handlers/codeActions.ts";
import { codeLens } from "./handlers/codeLens.ts";
import { completion } from "./handlers/completion.ts";
import { fixAllInModuleRequest, fixAllInWorkspaceRequest } from "./handlers/fixAll.ts";
import { hover } from "./handlers/hover.ts";
import { generateTrustPolicyRequest, trustPolicyDocumentRequest } from "./handlers/trustPolicy.ts";
import { refuseOutOfTurn } from "./lifecycle.ts";
import { answerNavigation } from "./navigation.ts";
import { createPublisher } from "./publisher.ts";
import { request } from "./request.ts";
import { chooseEncoding, createSession, type Session } from "./session.ts";
import { configure, refreshSettings } from "./settings.ts";
import { besideTerraformExtension } from "./notifications.ts";
import { followFolders, takeFolders } from "./workspaceFolders.ts";

/** Answers on the connection until it closes. Files that are not open come through `files`. */
export function startServer(connection: Connection, files: FileSystem): void {
  const session = createSession(connection, files);
  const { log } = session;
  const publisher = createPublisher(session);

  connection.onInitialize((params) => {
    const { capabilities } = params;
    const encoding = chooseEncoding(capabilities);
    session.client = { capabilities, encoding, options: readClientOptions(params.initializationOptions) };
    configure(session);
    takeFolders(session, params);
    return {
      capabilities: serverCapabilities(encoding, capabilities),
      serverInfo: { name: "spacelift-aws-language-server" },
    };
  });
  connection.onInitialized(() => {
    register(session);
    followFolders(session, publisher.schedule);
    void refreshSettings(session).then(publisher.schedule);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    void refreshSettings(session, settings).then(publisher.schedule);
  });
  connection.onNotification(besideTerraformExtension.method, (params: unknown) => {
    const beside = besideTerraformExtension.read(params);
    session.client = {
      ...session.client,
      options: { ...session.client.options, besideTerraformExtension: beside },
    };
    configure(session);
    publisher.schedule();
  });
  followDocuments(session, publisher.schedule);
  session.workspace.onIndexed(publisher.schedule);

  connection.onCompletion(request("completion", log, [], (params) => completion(session, params)));
  connection.onHover(request("hover", log, null, (params) => hover(session, params)));
  connection.onCodeLens(request("codeLens", log, [], (params) => codeLens(session, params)));
  connection.onCodeAction(
    request("codeAction", log, [], (params, token) => codeActions(session, params, token)),
  );
  connection.onCodeActionResolve((action, token) =>
    request("codeAction/resolve", log, action, () => resolveCodeAction(session, action))(action, token),
  );
  answerNavigation(session);
  own(generateTrustPolicyRequest);
  own(trustPolicyDocumentRequest);
  own(fixAllInModuleRequest);
  own(fixAllInWorkspaceRequest);
  refuseOutOfTurn(connection);
  connection.listen();

  function own<Result>({ method, answer }: OwnRequest<Result>): void {
    connection.onRequest(
      method,
      request(method, log, null, (params: unknown) => answer(session, params)),
    );
  }
}

/** A request that the protocol does not have. It checks its params itself and answers null to what does not fit. */
interface OwnRequest<Result> {
  readonly method: string;
  readonly answer: (session: Session, params: unknown) => Promise<Result | null>;
}

/**
 * Files of modules, of values for their variables, of the chosen versions of providers, and the kinds that functions
 * such as `templatefile` mostly read.
 */
const watchedFiles = ["**/*.{tf,tofu,tfvars,json,tftpl,tpl}", "**/.terraform.lock.hcl"];

/** Asks to be told of changed settings and files, where the client can tell. */
function register({ connection, client: { capabilities } }: Session): void {
  if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: "spaceliftAws" });
  }
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchedFiles.map((globPattern) => ({ globPattern })),
    });
  }
}
