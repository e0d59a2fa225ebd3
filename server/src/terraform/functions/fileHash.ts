/** Functions that hash the bytes of a file. */
import type { FunctionDefinition } from "./definition.ts";
import type { Hash } from "./hashes.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { filePath } from "./parameters.ts";
import { readFile } from "./readFile.ts";

export function fileHash(hash: Hash): FunctionDefinition {
  return {
    parameters: [filePath("path")],
    result: stringType,
    call(args, context) {
      const content = readFile(args.path(0), context);
      return content.kind === "content" ? stringValue(hash(content.bytes)) : content;
    },
  };
}
