/** The one wrapper of every request: waits for nothing it need not, fences errors, honours cancellation, tells time. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";

export interface RequestLog {
  readonly error: (message: string) => void;
  readonly debug: (message: string) => void;
}

/** Longer than this and the log says so. Milliseconds. */
const slow = 200;

/**
 * Turns a handler into one that never fails: a mistake of ours is logged and answered with `fallback`, and a request
 * that the client has withdrawn is answered with the error that the protocol has for it.
 */
export function request<Params, Result>(
  name: string,
  log: RequestLog,
  fallback: Result,
  handler: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError> {
  return async (params, token) => {
    const started = performance.now();
    try {
      const result = isWithdrawn(token) ? fallback : await handler(params, token);
      return isWithdrawn(token) ? withdrawn(name) : result;
    } catch (error) {
      log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    } finally {
      const elapsed = performance.now() - started;
      if (elapsed > slow) log.debug(`${name} took ${elapsed.toFixed(0)} ms`);
    }
  };
}

function isWithdrawn({ isCancellationRequested }: CancellationToken): boolean {
  return isCancellationRequested;
}

function withdrawn(name: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`);
}
