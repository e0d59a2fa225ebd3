/** Folder and file URIs in one canonical spelling, so that a client's and a directory listing's are equal. */
import { URI, Utils } from "vscode-uri";

/** One spelling for each URI: clients differ in how they escape `:` or `@`. A text that is no URI stays as it is. */
export function canonicalUri(uri: string): string {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return uri;
  }
}

/** The folder that holds the file; undefined for a document that is in none, such as `untitled:Untitled-1`. */
export function folderOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf("/");
  return slash > uri.indexOf(":") ? uri.slice(0, slash) : undefined;
}

export function fileIn(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/** The last segment, unescaped. */
export function nameOf(uri: string): string {
  try {
    return Utils.basename(URI.parse(uri));
  } catch {
    return uri.slice(uri.lastIndexOf("/") + 1);
  }
}

/** True for the folder itself and for everything below it. */
export function isBelow(folder: string, uri: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

/** The folders above, the nearest first, without the root. */
export function ancestorsOf(folder: string): readonly string[] {
  const found: string[] = [];
  for (let above = folderOf(folder); above !== undefined && !above.endsWith("/"); above = folderOf(above)) {
    found.push(above);
  }
  return found;
}
