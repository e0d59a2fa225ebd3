/** The only view of files that the server has. Implemented for Node, for the browser, and in memory for tests. */

export interface DirectoryEntry {
  readonly name: string;
  readonly isDirectory: boolean;
  /** True for a link, of which nobody has looked where it leads. */
  readonly isLink?: boolean;
}

/** What cannot be read is empty or undefined, never an error: a file may vanish between two calls. */
export interface FileSystem {
  /** The entries of a folder; empty where there is none or it may not be read. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
  /** The file as text; undefined where there is none, it may not be read, or it has over `maxBytes` bytes. */
  readFile(uri: string, maxBytes: number): Promise<string | undefined>;
}
