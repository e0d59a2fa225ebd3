/** Reads a file for a function: its bytes, or the value to return instead. */
import type { FilePath } from "../filePath.ts";
import type { FileContent } from "../scope.ts";
import type { Value } from "../value.ts";
import type { CallContext } from "./definition.ts";
import { stringType } from "../type.ts";
import { unknownValue } from "../value.ts";
import { failure } from "./result.ts";

type Content = Extract<FileContent, { kind: "content" }>;

export function readFile(path: FilePath, { scope }: CallContext): Content | Value {
  const content = scope.files?.read(path) ?? { kind: "unreadable" };
  switch (content.kind) {
    case "content":
      return content;
    case "absent":
      return failure(`no file exists at "${path.path}"`);
    case "unreadable":
      return unknownValue({ kind: "file not readable", subject: path.path, at: undefined }, stringType);
  }
}
