/**
 * Publishes findings shortly after something has changed: for all files of the modules of which a document is open,
 * and of the modules that call them or are called by them.
 */
import type { Diagnostic } from "vscode-languageserver";
import { pause } from "../base/pause.ts";
import { findingsByFile } from "../features/diagnostics.ts";
import { concernsSpacelift, type Snapshot } from "../workspace/snapshot.ts";
import { toDiagnostic } from "./convertDiagnostic.ts";
import { followReadDocuments } from "./readDocuments.ts";
import type { Session } from "./session.ts";
import { viewOn } from "./view.ts";

/** Long enough that a word typed in one go is judged once, short enough to feel immediate. Milliseconds. */
const delay = 60;

interface Publisher {
  /** Something has changed: a document, a file, a setting. Many calls in a row count as one. */
  readonly schedule: () => void;
}

type ByFile = ReadonlyMap<string, readonly Diagnostic[]>;

/** What the client has been told of one module. */
interface Published {
  readonly snapshot: Snapshot;
  readonly byFile: ByFile;
}

export function createPublisher(session: Session): Publisher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the publications, so that a late one gives way to a newer one. */
  let turn = 0;
  const published = new Map<string, Published>();
  const followReads = followReadDocuments(session);

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      publish(++turn).catch((error: unknown) => {
        session.log.error(`Findings could not be published: ${String(error)}`);
      });
    }, delay);
  }

  /** What is typed in comes first; a module that nothing has touched is not looked at again. */
  async function publish(mine: number): Promise<void> {
    const open = await openSnapshots(session);
    const around = modulesAround(open);
    for (const snapshot of open.values()) if (turn === mine) update(snapshot, true);
    for (const folder of around) {
      await pause();
      if (turn !== mine) return;
      update(await session.workspace.snapshotOfFolder(folder), false);
    }
    for (const uri of [...published.keys()])
      if (turn === mine && !open.has(uri) && !around.has(uri)) clear(uri);
  }

  /** Files of a module with an open document are told of even when there is nothing to say. */
  function update(snapshot: Snapshot, always: boolean): void {
    const { uri } = snapshot.module;
    const before = published.get(uri);
    if (before?.snapshot === snapshot) return;
    followReads(snapshot);
    const byFile = diagnosticsOf(session, snapshot);
    published.set(uri, { snapshot, byFile });
    for (const file of new Set([...(before?.byFile.keys() ?? []), ...byFile.keys()])) {
      const isSilent = !before?.byFile.get(file)?.length && !byFile.get(file)?.length;
      if (always || !isSilent) send(file);
    }
  }

  function clear(uri: string): void {
    const before = published.get(uri);
    published.delete(uri);
    for (const [file, diagnostics] of before?.byFile ?? []) if (diagnostics.length > 0) send(file);
  }

  /** Several modules may have something to say about one file. */
  function send(file: string): void {
    const all = [...published.values()].flatMap(({ byFile }) => byFile.get(file) ?? []);
    const distinct = new Map(all.map((diagnostic) => [keyOf(diagnostic), diagnostic]));
    void session.connection.sendDiagnostics({
      uri: session.workspace.clientUri(file),
      diagnostics: [...distinct.values()],
    });
  }

  return { schedule };
}

function keyOf({ code, range, message }: Diagnostic): string {
  return JSON.stringify([code, range, message]);
}

/** One snapshot for each module of which a document is open. */
async function openSnapshots({ workspace }: Session): Promise<ReadonlyMap<string, Snapshot>> {
  const snapshots = await Promise.all(workspace.openDocuments.map((uri) => workspace.snapshot(uri)));
  return new Map(snapshots.map((snapshot) => [snapshot.module.uri, snapshot]));
}

/** The other modules that have to do with these and with Spacelift. */
function modulesAround(open: ReadonlyMap<string, Snapshot>): ReadonlySet<string> {
  const modules = [...open.values()].flatMap(({ configuration }) => [...configuration.modules.values()]);
  return new Set(
    modules.filter((module) => !open.has(module.uri) && concernsSpacelift(module)).map(({ uri }) => uri),
  );
}

function diagnosticsOf(session: Session, snapshot: Snapshot): ByFile {
  const view = viewOn(session, snapshot);
  return new Map(
    [...findingsByFile(snapshot)].map(([file, findings]) => [
      file,
      findings.map((finding) => toDiagnostic(view, finding)),
    ]),
  );
}
