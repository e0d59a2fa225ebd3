/** The files that a module's functions read, as functions ask for them: by path. */
import { resolvePath, type FilePath } from "./filePath.ts";
import { utf8 } from "./formats/bytes.ts";
import type { Module } from "./module.ts";
import type { Files } from "./scope.ts";

/** The files of a module for its functions; `root` is the folder in which Terraform is run, where that is known. */
export function filesOf({ uri: folder, companions: { reads } }: Module, root: string | undefined): Files {
  const locate = ({ from, path }: FilePath): string | undefined => {
    const base = from === "module" ? folder : root;
    return base === undefined ? undefined : resolvePath(base, path);
  };
  return {
    read(path) {
      const uri = locate(path);
      const reading = uri === undefined ? undefined : reads.files.get(uri);
      if (uri === undefined || reading === undefined) return { kind: "unreadable" };
      return reading.kind === "text" ? { kind: "content", bytes: utf8(reading.text), uri } : reading;
    },
    list(path) {
      const uri = locate(path);
      return uri === undefined ? undefined : reads.folders.get(uri);
    },
  };
}
