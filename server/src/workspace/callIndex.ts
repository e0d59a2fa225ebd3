/**
 * Which folders call which, and which files their functions read, over all folders of the workspace. It is made from
 * the texts alone, without parsing, so it may name a call that is commented out; whoever follows it looks at the module.
 */
import { resolveSource } from "../terraform/configuration.ts";
import { resolvePath } from "../terraform/filePath.ts";
import type { FileSystem } from "./fileSystem.ts";
import { isModuleFile, limits, moduleFileNames } from "./moduleFiles.ts";
import { fileIn, folderOf } from "./uris.ts";
import { walkFolders } from "./walkFolders.ts";

/** What the text of a file names. */
interface Targets {
  /** Folders that it calls as modules. */
  readonly calls: ReadonlySet<string>;
  /** Files, as they are written: `./trust.json` behind the folder of the module, or of the one that is run. */
  readonly reads: ReadonlySet<string>;
}

export class CallIndex {
  /** By folder and file. */
  readonly #targets = new Map<string, Map<string, Targets>>();
  /** By the folder that is called. */
  #callers: ReadonlyMap<string, readonly string[]> | undefined;
  /** By the file that is read. */
  #readers: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #stale = new Set<string>();
  #walks = 0;
  #readings = 0;
  /** When each folder was last begun to be read again: what was begun before is not believed if it ends later. */
  readonly #newest = new Map<string, number>();
  #reading: Promise<unknown> = Promise.resolve();
  readonly #files: FileSystem;
  readonly #log: (message: string) => void;

  constructor(files: FileSystem, log: (message: string) => void) {
    this.#files = files;
    this.#log = log;
  }

  /** The folders of which a file seems to call the folder, in the order of their names. */
  callersOf(folder: string): readonly string[] {
    this.#callers ??= reversed(this.#targets, ({ calls }) => calls);
    return this.#callers.get(folder) ?? [];
  }

  /** The folders of which a file seems to read the file, in the order of their names. */
  readersOf(uri: string): readonly string[] {
    this.#readers ??= reversed(this.#targets, ({ reads }, folder) =>
      [...reads].flatMap((path) => this.#filesMeant(path, folder)),
    );
    return this.#readers.get(uri) ?? [];
  }

  #filesMeant(path: string, folder: string): readonly string[] {
    const isOfModule = path.startsWith(ofModule);
    const bases = isOfModule ? [folder] : this.#runsOf(folder);
    const written = isOfModule ? path.slice(ofModule.length) : path;
    return bases.flatMap((base) => resolvePath(base, written) ?? []);
  }

  /** The folder itself, and those that call it, in which Terraform may be run. */
  #runsOf(folder: string): readonly string[] {
    const found = new Set([folder]);
    for (const one of found) for (const caller of this.callersOf(one)) found.add(caller);
    return [...found];
  }

  /** Reads all folders below the given ones anew. Answers false when another walk has begun meanwhile. */
  async walk(roots: readonly string[]): Promise<boolean> {
    const walk = ++this.#walks;
    const begun = ++this.#readings;
    for await (const { folder, names } of walkFolders(this.#files, roots, this.#log)) {
      await this.#readFolder(folder, names, begun);
      if (walk !== this.#walks) return false;
    }
    return true;
  }

  /** The folder is read again before the next question. */
  markStale(folder: string): void {
    this.#stale.add(folder);
  }

  /** Reads what has changed since the last question, and answers with the folders that were read. */
  async refresh(): Promise<readonly string[]> {
    const folders = [...this.#stale];
    this.#stale.clear();
    if (folders.length > 0) {
      this.#reading = Promise.all([this.#reading, ...folders.map((folder) => this.#readAgain(folder))]);
    }
    await this.#reading;
    return folders;
  }

  /** Takes over the text of one file. True where it calls or reads others than before. */
  setText(uri: string, text: string): boolean {
    const folder = folderOf(uri);
    if (folder === undefined) return false;
    const found = targetsIn(folder, text);
    const files = this.#targets.get(folder) ?? new Map<string, Targets>();
    const before = files.get(uri) ?? none;
    if (isSame(found.calls, before.calls) && isSame(found.reads, before.reads)) return false;
    this.#targets.set(folder, files.set(uri, found));
    this.#forgetReversed();
    return true;
  }

  #forgetReversed(): void {
    this.#callers = undefined;
    this.#readers = undefined;
  }

  async #readAgain(folder: string): Promise<void> {
    const begun = ++this.#readings;
    this.#newest.set(folder, begun);
    const entries = await this.#files.readDirectory(folder);
    if (this.#isOvertaken(folder, begun)) return;
    this.#targets.delete(folder);
    this.#forgetReversed();
    const names = entries.filter(({ isDirectory }) => !isDirectory).map(({ name }) => name);
    await this.#readFolder(folder, names, begun);
  }

  #isOvertaken(folder: string, begun: number): boolean {
    return (this.#newest.get(folder) ?? 0) > begun;
  }

  async #readFolder(folder: string, names: readonly string[], begun: number): Promise<void> {
    const wanted = moduleFileNames(names.filter(isModuleFile)).slice(0, limits.filesPerFolder);
    await Promise.all(
      wanted.map(async (name) => {
        const uri = fileIn(folder, name);
        const text = await this.#files.readFile(uri, limits.bytesPerFile);
        if (text !== undefined && !this.#isOvertaken(folder, begun)) this.setText(uri, text);
      }),
    );
  }
}

const none: Targets = { calls: new Set(), reads: new Set() };
const source = /\bsource"?\s*[=:]\s*"(\.\.?(?:\/[^"\n]*)?)"/g;
/** Plain text, or text behind one of the folders that have a name: `file("${path.module}/trust.json")`. */
const reading = /\b(?:template)?file\(\s*\\?"(?:\$\{path\.(module|root)\}\/)?([^"$\\\n]+)\\?"/g;
const ofModule = "module:";

function targetsIn(folder: string, text: string): Targets {
  const calls = text.includes("module")
    ? [...text.matchAll(source)].flatMap(([, path = ""]) => resolveSource(folder, path) ?? [])
    : [];
  const reads = text.includes("file(")
    ? [...text.matchAll(reading)].map(([, base, path = ""]) => (base === "module" ? ofModule : "") + path)
    : [];
  return calls.length + reads.length === 0 ? none : { calls: new Set(calls), reads: new Set(reads) };
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

/** The folders by what their files name, sorted: the order in which they were read is another each time. */
function reversed(
  targets: ReadonlyMap<string, ReadonlyMap<string, Targets>>,
  namedBy: (found: Targets, folder: string) => Iterable<string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const [folder, files] of targets) {
    for (const named of [...files.values()].flatMap((one) => [...namedBy(one, folder)])) {
      found.set(named, (found.get(named) ?? new Set()).add(folder));
    }
  }
  return new Map([...found].map(([named, folders]) => [named, [...folders].sort()]));
}
