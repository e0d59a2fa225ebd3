/**
 * Open documents over files on disk, as modules. Every change makes the snapshots of what it touches anew; files and
 * modules that did not change keep their trees. Nothing here throws for what a client or a disk does.
 */
import type { Span } from "../base/span.ts";
import { createConfiguration, type Configuration } from "../terraform/configuration.ts";
import { createModule, type Module, type ModuleFile } from "../terraform/module.ts";
import { parseFile, reparseFile } from "../terraform/parseFile.ts";
import { CallIndex } from "./callIndex.ts";
import { familyFolders } from "./familyFolders.ts";
import { FileReader } from "./fileReader.ts";
import type { FileSystem } from "./fileSystem.ts";
import { readFolder, type Folder } from "./folder.ts";
import { gather } from "./gather.ts";
import { isCompanionFile, isModuleFile, isOtherText, moduleFrom } from "./moduleFiles.ts";
import { readsFrom, withReads } from "./readFiles.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { mentionsFamily, type Snapshot } from "./snapshot.ts";
import { ancestorsOf, canonicalUri, folderOf, isBelow, nameOf } from "./uris.ts";

/** A replacement in a document, in the offsets of the text before it. */
interface DocumentChange {
  readonly span: Span;
  readonly newText: string;
}

interface OpenDocument {
  /** As the client spells it. */
  readonly clientUri: string;
  readonly version: number;
  readonly file: ModuleFile;
}

/** Without a workspace, callers are looked for in the folders above, but not far. */
const nearestAncestors = 3;

export class Workspace {
  #settings = defaultSettings;
  #besideTerraformExtension = false;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #folders = new Map<string, Promise<Folder>>();
  readonly #modules = new Map<string, Module>();
  readonly #snapshots = new Map<string, Snapshot>();
  /** The folders of modules that read a file, or once did. */
  readonly #readers = new Map<string, Set<string>>();
  /** Counts the changes, so that a reading that one has overtaken is not believed. */
  #changes = 0;
  #roots: readonly string[] = [];
  #walk: Promise<void> | undefined;
  readonly #lookedAbove = new Set<string>();
  readonly #calls: CallIndex;
  readonly #files: FileSystem;
  readonly #reader: FileReader;
  readonly #log: (message: string) => void;
  #whenIndexed: () => void = () => undefined;

  constructor(files: FileSystem, log: (message: string) => void) {
    this.#files = files;
    this.#log = log;
    this.#reader = new FileReader(files, (uri) => this.#documents.get(uri)?.file.syntax.text);
    this.#calls = new CallIndex(files, log);
  }

  configure(settings: Settings, besideTerraformExtension: boolean): void {
    this.#settings = settings;
    this.#besideTerraformExtension = besideTerraformExtension;
    this.#snapshots.clear();
  }

  /** The folders in which callers of modules are looked for. */
  setRoots(uris: readonly string[]): void {
    this.#roots = uris.map((uri) => canonicalUri(uri).replace(/\/+$/, ""));
    this.#walk = undefined;
  }

  /** Calls back each time when the callers of all modules have become known. */
  onIndexed(listener: () => void): void {
    this.#whenIndexed = listener;
  }

  /** The folders of modules that have to do with Spacelift, below the workspace's folders or with an open document. */
  async familyFolders(): Promise<readonly string[]> {
    const open = [...this.#documents]
      .filter(([, { file }]) => mentionsFamily(file.syntax.text))
      .flatMap(([uri]) => moduleOf(uri) ?? []);
    const below = await familyFolders(this.#files, this.#roots, (uri) => this.textOf(uri), this.#log);
    return [...new Set([...below, ...open])];
  }

  /** Settles when the callers of all modules are known. */
  async indexed(): Promise<void> {
    this.#walk ??= this.#index();
    await this.#walk;
  }

  open(uri: string, version: number, text: string): void {
    const key = canonicalUri(uri);
    // It may be the first file of a folder that others call.
    this.#snapshots.clear();
    this.#set(key, { clientUri: uri, version, file: { uri: key, syntax: parseFile(key, text) } });
  }

  /** The text that an open document has now; undefined for one that is not open. */
  textOf(uri: string): string | undefined {
    return this.#documents.get(canonicalUri(uri))?.file.syntax.text;
  }

  /** Applies one change. For a document that is not open it does nothing. */
  change(uri: string, version: number, change: DocumentChange): void {
    const key = canonicalUri(uri);
    const document = this.#documents.get(key);
    if (!document) return;
    const { syntax } = document.file;
    const { span, newText } = change;
    const text = syntax.text.slice(0, span.start) + newText + syntax.text.slice(span.end);
    const reread = reparseFile(key, syntax, text, { span, newLength: newText.length });
    this.#set(key, { clientUri: document.clientUri, version, file: { uri: key, syntax: reread } });
  }

  close(uri: string): void {
    const key = canonicalUri(uri);
    if (!this.#documents.delete(key)) return;
    const folder = moduleOf(key);
    if (folder !== undefined) this.#calls.markStale(folder);
    this.#forgetReaders(key);
    this.#forget(folder ?? key);
  }

  /** A file was made, changed or removed outside the editor: its folder is read again when next asked for. */
  changedOnDisk(uri: string): void {
    const key = canonicalUri(uri);
    const folder = folderOf(key);
    if (folder === undefined) return;
    this.#forgetReaders(key);
    if (isOtherText(nameOf(key))) return;
    this.#folders.delete(folder);
    this.#calls.markStale(folder);
    this.#forget(folder);
  }

  /** The open documents' URIs, in canonical spelling. */
  get openDocuments(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** The URI as the client spells it, where the document is open; clients compare them letter by letter. */
  clientUri(uri: string): string {
    return this.#documents.get(uri)?.clientUri ?? uri;
  }

  /** The module that a document belongs to, or else one that reads it, as it is now. */
  async snapshot(uri: string): Promise<Snapshot> {
    const key = canonicalUri(uri);
    const folder = moduleOf(key);
    if (folder !== undefined) return this.snapshotOfFolder(folder);
    return (await this.#readerOf(key)) ?? this.#alone(key);
  }

  /** Of a module that has been looked at. */
  async #readerOf(key: string): Promise<Snapshot | undefined> {
    for (const folder of this.#readers.get(key) ?? []) {
      const snapshot = await this.snapshotOfFolder(folder);
      if (snapshot.module.companions.reads.files.has(key)) return snapshot;
    }
    return undefined;
  }

  /** The module in a folder, as it is now; the URI is in canonical spelling. */
  async snapshotOfFolder(folder: string): Promise<Snapshot> {
    for (;;) {
      this.#lookForCallers(folder);
      await this.#refreshCalls();
      const known = this.#snapshots.get(folder);
      if (known) return known;
      const changes = this.#changes;
      const module = await this.#module(folder);
      const around = await gather(
        module,
        {
          read: (other) => this.#module(other),
          callersOf: (other) => this.#calls.callersOf(other),
        },
        this.#log,
      );
      const configuration = await withReads(around, this.#reader, this.#roots, this.#log);
      // A change may have come while files were read: the newest state counts.
      if (changes !== this.#changes) continue;
      const snapshot = this.#snapshotFrom(configuration.modules.get(folder) ?? module, configuration);
      this.#snapshots.set(folder, snapshot);
      this.#noteReaders(configuration);
      return snapshot;
    }
  }

  #readElsewhere({ modules }: Configuration): ReadonlySet<string> {
    const read = [...modules.values()].flatMap(({ companions }) => [...companions.reads.files.keys()]);
    const isElsewhere = (uri: string): boolean =>
      this.#calls.readersOf(uri).some((folder) => !modules.has(folder));
    return new Set([...new Set(read)].filter(isElsewhere));
  }

  #noteReaders({ modules }: Configuration): void {
    for (const { uri: folder, companions } of modules.values()) {
      for (const uri of companions.reads.files.keys())
        this.#readers.set(uri, (this.#readers.get(uri) ?? new Set()).add(folder));
    }
  }

  async #refreshCalls(): Promise<void> {
    const folders = await this.#calls.refresh();
    if (folders.length === 0) return;
    this.#applyDocuments();
    this.#changes++;
    this.#snapshots.clear();
  }

  /** What is open counts, not what is on disk. */
  #applyDocuments(): void {
    for (const [uri, { file }] of this.#documents) {
      if (isModuleFile(nameOf(uri))) this.#calls.setText(uri, file.syntax.text);
    }
  }

  /** A document that is no file of a folder's module is a module by itself. */
  #alone(key: string): Snapshot {
    const known = this.#snapshots.get(key);
    if (known) return known;
    const document = this.#documents.get(key);
    const module = createModule(key, document && !isOtherText(nameOf(key)) ? [document.file] : []);
    const snapshot = this.#snapshotFrom(module, createConfiguration([module]));
    this.#snapshots.set(key, snapshot);
    return snapshot;
  }

  #snapshotFrom(module: Module, configuration: Snapshot["configuration"]): Snapshot {
    return {
      settings: this.#settings,
      besideTerraformExtension: this.#besideTerraformExtension,
      module,
      configuration,
      readElsewhere: this.#readElsewhere(configuration),
      versions: new Map([...this.#documents].map(([uri, { version }]) => [uri, version])),
    };
  }

  #set(key: string, document: OpenDocument): void {
    this.#documents.set(key, document);
    const callsOthers = isModuleFile(nameOf(key)) && this.#calls.setText(key, document.file.syntax.text);
    this.#forgetReaders(key);
    this.#forget(moduleOf(key) ?? key);
    if (callsOthers) this.#snapshots.clear();
  }

  /** What is known of the folder's module, and of those that have to do with it, is made again. */
  #forget(folder: string): void {
    this.#changes++;
    this.#modules.delete(folder);
    for (const [key, { configuration }] of this.#snapshots) {
      if (key === folder || configuration.modules.has(folder)) this.#snapshots.delete(key);
    }
  }

  /** What was read from the file, and all that is known with it, is made again. */
  #forgetReaders(uri: string): void {
    if (!this.#reader.forget(uri)) return;
    this.#changes++;
    for (const [key, { configuration }] of this.#snapshots)
      if (readsFrom(configuration, uri)) this.#snapshots.delete(key);
  }

  async #module(folder: string): Promise<Module> {
    for (;;) {
      const known = this.#modules.get(folder);
      if (known) return known;
      const reading = this.#folder(folder);
      const onDisk = await reading;
      if (this.#folders.get(folder) !== reading) continue;
      const module = this.#modules.get(folder) ?? this.#build(folder, onDisk);
      this.#modules.set(folder, module);
      return module;
    }
  }

  #folder(folder: string): Promise<Folder> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const reading = readFolder(this.#files, folder, this.#log);
    this.#folders.set(folder, reading);
    return reading;
  }

  #build(folder: string, onDisk: Folder): Module {
    const files = new Map(onDisk.files.map((file) => [file.uri, file]));
    for (const [uri, { file }] of this.#documents) if (moduleOf(uri) === folder) files.set(uri, file);
    return moduleFrom(folder, [...files.values()], onDisk.complete);
  }

  /** Begins to look for callers; what is found counts when it is found. */
  #lookForCallers(folder: string): void {
    if (this.#roots.some((root) => isBelow(root, folder))) {
      void this.indexed();
      return;
    }
    for (const above of ancestorsOf(folder).slice(0, nearestAncestors)) {
      if (this.#lookedAbove.has(above)) continue;
      this.#lookedAbove.add(above);
      this.#calls.markStale(above);
    }
  }

  async #index(): Promise<void> {
    const isNewest = await this.#calls.walk(this.#roots);
    if (!isNewest) return;
    this.#applyDocuments();
    this.#changes++;
    this.#snapshots.clear();
    this.#whenIndexed();
  }
}

/** The folder whose module the document belongs to; undefined for one that is a module of its own. */
function moduleOf(uri: string): string | undefined {
  const name = nameOf(uri);
  return isModuleFile(name) || isCompanionFile(name) ? folderOf(uri) : undefined;
}
