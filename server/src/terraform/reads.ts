/** Files beside a module that its functions read, as far as they are known. */

export type FileReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable" };

export interface Reads {
  /** By URI. */
  readonly files: ReadonlyMap<string, FileReading>;
  /** The files below a folder, by its URI, as paths relative to it; undefined where not all of them are known. */
  readonly folders: ReadonlyMap<string, readonly string[] | undefined>;
}

export const noReads: Reads = { files: new Map(), folders: new Map() };
