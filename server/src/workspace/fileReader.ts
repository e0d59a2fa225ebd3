/** Reads files and folders that the functions of modules name, as far as it is certain what they hold. */
import type { FileReading } from "../terraform/reads.ts";
import type { FileSystem } from "./fileSystem.ts";
import { fileIn, folderOf, isBelow, nameOf } from "./uris.ts";

/** What is larger counts as unknown. */
export const readLimits = { bytesPerFile: 262_144, filesPerFolder: 500, foldersPerFolder: 100 } as const;

/** Changes of other files on disk go unnoticed, so these are read again each time. */
const isWatched = /\.(?:tf|tofu|tfvars|json|tftpl|tpl)$/;

export class FileReader {
  readonly #files: FileSystem;
  readonly #openText: (uri: string) => string | undefined;
  readonly #read = new Map<string, FileReading>();
  /** Everything that was ever asked for. */
  readonly #asked = { files: new Set<string>(), folders: new Set<string>() };
  /** Counts what was forgotten, so that a reading which that has overtaken is not kept. */
  #forgotten = 0;

  constructor(files: FileSystem, openText: (uri: string) => string | undefined) {
    this.#files = files;
    this.#openText = openText;
  }

  /** The file as it is now; the same object as long as nothing has changed. Looks for it below `top` only. */
  async read(uri: string, top: string): Promise<FileReading> {
    this.#asked.files.add(uri);
    const open = this.#openText(uri);
    const known = this.#read.get(uri);
    if (open === undefined && known && isWatched.test(uri)) return known;
    const forgotten = this.#forgotten;
    const now = open === undefined ? await this.#fromDisk(uri, top) : readingOf(open);
    const reading = known && isSame(known, now) ? known : now;
    if (forgotten === this.#forgotten) this.#read.set(uri, reading);
    return reading;
  }

  /** The files below the folder; undefined where there may be more, or where links lead elsewhere. */
  async list(folder: string): Promise<readonly string[] | undefined> {
    this.#asked.folders.add(folder);
    const found: string[] = [];
    const folders = [{ uri: folder, prefix: "" }];
    for (const { uri, prefix } of folders) {
      const entries = await this.#files.readDirectory(uri);
      if (entries.length === 0 && prefix === "") return undefined;
      if (entries.some(({ isLink }) => isLink === true)) return undefined;
      for (const { name, isDirectory } of entries) {
        if (isDirectory) folders.push({ uri: fileIn(uri, name), prefix: `${prefix}${name}/` });
        else found.push(prefix + name);
      }
      if (found.length > readLimits.filesPerFolder) return undefined;
      if (folders.length > readLimits.foldersPerFolder) return undefined;
    }
    return found.sort();
  }

  /** The file, or all below the folder, may have changed. True where that was ever asked for. */
  forget(uri: string): boolean {
    const files = [...this.#asked.files].filter((file) => isBelow(uri, file));
    for (const file of files) this.#read.delete(file);
    if (files.length > 0) this.#forgotten++;
    return files.length > 0 || [...this.#asked.folders].some((folder) => isBelow(folder, uri));
  }

  async #fromDisk(uri: string, top: string): Promise<FileReading> {
    const text = await this.#files.readFile(uri, readLimits.bytesPerFile);
    if (text !== undefined) return readingOf(text);
    return (await this.#isAbsent(uri, top)) ? { kind: "absent" } : { kind: "unreadable" };
  }

  /** The listing of a folder above is there and does not have it; disks differ in whether they mind the case. */
  async #isAbsent(uri: string, top: string): Promise<boolean> {
    const folder = folderOf(uri);
    if (folder === undefined || !isBelow(top, folder)) return false;
    const entries = await this.#files.readDirectory(folder);
    const name = nameOf(uri).toLowerCase();
    if (entries.length > 0) return !entries.some((entry) => entry.name.toLowerCase() === name);
    return this.#isAbsent(folder, top);
  }
}

/** What is no UTF-8 comes with replacement characters, so its bytes are not known. */
function readingOf(text: string): FileReading {
  return text.length > readLimits.bytesPerFile || /\ufffd|\p{Surrogate}/u.test(text)
    ? { kind: "unreadable" }
    : { kind: "text", text };
}

function isSame(one: FileReading, other: FileReading): boolean {
  return one.kind === other.kind && (one.kind !== "text" || other.kind !== "text" || one.text === other.text);
}
