/** `file(path)`: https://developer.hashicorp.com/terraform/language/functions/file */
import type { FunctionDefinition } from "./definition.ts";
import { fromUtf8 } from "../formats/bytes.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { filePath } from "./parameters.ts";
import { readFile } from "./readFile.ts";
import { failure } from "./result.ts";

/** The text comes from the file, so that is where a person would change it. */
export const file: FunctionDefinition = {
  parameters: [filePath("path")],
  result: stringType,
  call(args, context) {
    const content = readFile(args.path(0), context);
    if (content.kind !== "content") return content;
    const decoded = fromUtf8(content.bytes);
    if (decoded === undefined) return failure("the contents of the file are not valid UTF-8");
    return stringValue(decoded, [{ uri: content.uri, span: { start: 0, end: decoded.length } }]);
  },
};
