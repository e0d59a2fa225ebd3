/**
 * Open documents over files on disk, as modules. Every change makes the snapshots of its folder anew; files that did
 * not change keep their trees. Nothing here throws for what a client or a disk does.
 */
import type { Span } from "../base/span.ts";
import type { SourceFile } from "../hcl/ast.ts";
import { createConfiguration } from "../terraform/configuration.ts";
import { createModule, type ModuleFile } from "../terraform/module.ts";
import { parseFile } from "../terraform/parseFile.ts";
import type { FileSystem } from "./fileSystem.ts";
import { isModuleFile, limits, moduleFileNames } from "./moduleFiles.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import type { Snapshot } from "./snapshot.ts";
import { canonicalUri, fileIn, folderOf, nameOf } from "./uris.ts";

/** A replacement in a document, in the offsets of the text before it. */
export interface DocumentChange {
  readonly span: Span;
  readonly newText: string;
}

interface OpenDocument {
  /** As the client spells it. */
  readonly clientUri: string;
  readonly version: number;
  readonly syntax: SourceFile;
}

/** A folder as it is on disk. */
interface Folder {
  /** By URI. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** False where a file that belongs to the module is not among them. */
  readonly complete: boolean;
}

const noFolder: Folder = { files: new Map(), complete: true };

export class Workspace {
  #settings = defaultSettings;
  #besideTerraformExtension = false;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #folders = new Map<string, Promise<Folder>>();
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #files: FileSystem;
  readonly #log: (message: string) => void;

  constructor(files: FileSystem, log: (message: string) => void) {
    this.#files = files;
    this.#log = log;
  }

  configure(settings: Settings, besideTerraformExtension: boolean): void {
    this.#settings = settings;
    this.#besideTerraformExtension = besideTerraformExtension;
    this.#snapshots.clear();
  }

  open(uri: string, version: number, text: string): void {
    this.#set(canonicalUri(uri), { clientUri: uri, version, syntax: parseFile(uri, text) });
  }

  /** The text that an open document has now; undefined for one that is not open. */
  textOf(uri: string): string | undefined {
    return this.#documents.get(canonicalUri(uri))?.syntax.text;
  }

  /** Applies one change. For a document that is not open it does nothing. */
  change(uri: string, version: number, change: DocumentChange): void {
    const key = canonicalUri(uri);
    const document = this.#documents.get(key);
    if (!document) return;
    const { text } = document.syntax;
    const newText = text.slice(0, change.span.start) + change.newText + text.slice(change.span.end);
    this.#set(key, { clientUri: document.clientUri, version, syntax: parseFile(uri, newText) });
  }

  close(uri: string): void {
    const key = canonicalUri(uri);
    this.#documents.delete(key);
    this.#forget(key);
  }

  /** A file was made, changed or removed outside the editor: its folder is read again when next asked for. */
  changedOnDisk(uri: string): void {
    const folder = folderOf(canonicalUri(uri));
    if (folder === undefined) return;
    this.#folders.delete(folder);
    this.#snapshots.delete(folder);
  }

  /** The open documents' URIs, in canonical spelling. */
  get openDocuments(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** The URI as the client spells it, where the document is open; clients compare them letter by letter. */
  clientUri(uri: string): string {
    return this.#documents.get(uri)?.clientUri ?? uri;
  }

  /** The module that a document belongs to, as it is now. */
  async snapshot(uri: string): Promise<Snapshot> {
    const key = canonicalUri(uri);
    const folder = moduleOf(key);
    if (folder === undefined) return this.#build(key, noFolder, (open) => open === key);
    let onDisk = await this.#folder(folder);
    // A change from outside may have come while the folder was read: the newest reading counts.
    while (this.#folders.has(folder) && (await this.#folder(folder)) !== onDisk)
      onDisk = await this.#folder(folder);
    const known = this.#snapshots.get(folder);
    if (known) return known;
    const snapshot = this.#build(folder, onDisk, (open) => moduleOf(open) === folder);
    this.#snapshots.set(folder, snapshot);
    return snapshot;
  }

  #set(key: string, document: OpenDocument): void {
    this.#documents.set(key, document);
    this.#forget(key);
  }

  #forget(key: string): void {
    const folder = moduleOf(key);
    if (folder !== undefined) this.#snapshots.delete(folder);
  }

  #folder(folder: string): Promise<Folder> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const reading = this.#readFolder(folder);
    this.#folders.set(folder, reading);
    return reading;
  }

  async #readFolder(folder: string): Promise<Folder> {
    const entries = await this.#files.readDirectory(folder);
    const all = moduleFileNames(entries.filter((entry) => !entry.isDirectory).map((entry) => entry.name));
    const names = all.slice(0, limits.filesPerFolder);
    if (names.length < all.length) {
      this.#log(`${folder}: read the first ${names.length} of ${all.length} files; the others are left out.`);
    }
    const read = await Promise.all(names.map((name) => this.#readFile(fileIn(folder, name))));
    const files = read.filter((file) => file !== undefined);
    return {
      files: new Map(files.map(({ uri, syntax }) => [uri, syntax])),
      complete: files.length === all.length,
    };
  }

  async #readFile(uri: string): Promise<ModuleFile | undefined> {
    const text = await this.#files.readFile(uri, limits.bytesPerFile);
    if (text === undefined) this.#log(`${uri}: left out, it cannot be read or is larger than 4 MB.`);
    return text === undefined ? undefined : { uri, syntax: parseFile(uri, text) };
  }

  #build(module: string, onDisk: Folder, belongs: (uri: string) => boolean): Snapshot {
    const trees = new Map(onDisk.files);
    const versions = new Map<string, number>();
    for (const [uri, document] of this.#documents) {
      if (!belongs(uri)) continue;
      trees.set(uri, document.syntax);
      versions.set(uri, document.version);
    }
    const files = [...trees].map(([uri, syntax]) => ({ uri, syntax }));
    files.sort((a, b) => (nameOf(a.uri) < nameOf(b.uri) ? -1 : 1));
    const built = createModule(module, files, onDisk.complete);
    return {
      settings: this.#settings,
      besideTerraformExtension: this.#besideTerraformExtension,
      module: built,
      configuration: createConfiguration([built]),
      versions,
    };
  }
}

/** The folder whose module the document belongs to; undefined for one that is a module of its own. */
function moduleOf(uri: string): string | undefined {
  return isModuleFile(nameOf(uri)) ? folderOf(uri) : undefined;
}
