/**
 * What a client may send when: nothing before `initialize`, which comes once, and nothing after `shutdown`. The
 * library does not ask about that.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#lifeCycleMessages
 */
import {
  ErrorCodes,
  Message,
  ResponseError,
  type Connection,
  type MessageStrategy,
  type RequestMessage,
} from "vscode-languageserver";

/** A request out of turn is passed on under one of these names, for an error is a handler's to answer. */
const refusals = {
  "$/spaceliftAws/tooEarly": new ResponseError(ErrorCodes.ServerNotInitialized, "Send initialize first."),
  "$/spaceliftAws/again": new ResponseError(ErrorCodes.InvalidRequest, "The server is initialized already."),
  "$/spaceliftAws/tooLate": new ResponseError(ErrorCodes.InvalidRequest, "The server has been shut down."),
} as const;

type Stage = "new" | "running" | "shut down";

/** For the options of a connection. */
export function createLifecycle(): MessageStrategy {
  let stage: Stage = "new";
  return {
    handleMessage(message, next) {
      if (Message.isNotification(message)) {
        return stage === "running" || message.method === "exit" ? next(message) : undefined;
      }
      if (!Message.isRequest(message)) return next(message);
      const refusal = refusalOf(stage, message.method);
      if (refusal) return next(renamed(message, refusal));
      if (message.method === "shutdown") stage = "shut down";
      if (message.method !== "initialize") return next(message);
      stage = "running";
      return next(withCapabilities(message));
    },
  };
}

/** Answers the requests that come out of turn on a connection with this lifecycle. */
export function refuseOutOfTurn(connection: Connection): void {
  for (const [method, error] of Object.entries(refusals)) connection.onRequest(method, () => error);
}

function refusalOf(stage: Stage, method: string): keyof typeof refusals | undefined {
  switch (stage) {
    case "new":
      return method === "initialize" ? undefined : "$/spaceliftAws/tooEarly";
    case "running":
      return method === "initialize" ? "$/spaceliftAws/again" : undefined;
    case "shut down":
      return "$/spaceliftAws/tooLate";
  }
}

function renamed(message: RequestMessage, method: string): RequestMessage {
  return { ...message, method };
}

/** The protocol wants them; a client that leaves them out has none. */
function withCapabilities(message: RequestMessage): RequestMessage {
  const { params } = message;
  const given: Readonly<Record<string, unknown>> = Array.isArray(params) ? {} : { ...params };
  return { ...message, params: { ...given, capabilities: given["capabilities"] ?? {} } };
}
