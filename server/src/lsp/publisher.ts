/** Publishes the findings of a module, for all its files, shortly after it has changed. */
import type { Diagnostic } from "vscode-languageserver";
import { findingsByFile } from "../features/diagnostics.ts";
import { folderOf } from "../workspace/uris.ts";
import { toDiagnostic } from "./convertDiagnostic.ts";
import type { Session } from "./session.ts";
import { placeOf } from "./view.ts";

/** Long enough that a word typed in one go is judged once, short enough to feel immediate. Milliseconds. */
const delay = 60;

export interface Publisher {
  /** The module of this document may have changed. */
  readonly schedule: (uri: string) => void;
  /** Everything may have changed, such as by new settings. */
  readonly scheduleAll: () => void;
}

export function createPublisher(session: Session): Publisher {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Counts the publications of each module, so that a late one cannot overwrite a newer one. */
  const turns = new Map<string, number>();
  /** The files that have findings on the client's side, by module. */
  const shown = new Map<string, ReadonlySet<string>>();

  function schedule(uri: string): void {
    const key = folderOf(uri) ?? uri;
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        publish(key, uri).catch((error: unknown) => {
          session.log.error(`Findings of ${key} could not be published: ${String(error)}`);
        });
      }, delay),
    );
  }

  async function publish(key: string, uri: string): Promise<void> {
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    const findings = await collect(key, uri);
    if (turns.get(key) !== turn) return;
    for (const old of shown.get(key) ?? []) if (!findings.has(old)) send(old, []);
    for (const [file, diagnostics] of findings) send(file, diagnostics);
    shown.set(key, new Set([...findings].filter(([, list]) => list.length > 0).map(([file]) => file)));
  }

  /** Nothing is shown of a module of which no document is open. */
  async function collect(key: string, uri: string): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const { workspace } = session;
    if (!workspace.openDocuments.some((open) => (folderOf(open) ?? open) === key)) return new Map();
    const { view } = await placeOf(session, { uri });
    const byFile = findingsByFile(view.snapshot);
    return new Map(
      [...byFile].map(([file, findings]) => [file, findings.map((finding) => toDiagnostic(view, finding))]),
    );
  }

  function send(uri: string, diagnostics: readonly Diagnostic[]): void {
    void session.connection.sendDiagnostics({
      uri: session.workspace.clientUri(uri),
      diagnostics: [...diagnostics],
    });
  }

  return {
    schedule,
    scheduleAll: () => {
      for (const uri of session.workspace.openDocuments) schedule(uri);
    },
  };
}
