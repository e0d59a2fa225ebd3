/** `templatefile(path, vars)`: https://developer.hashicorp.com/terraform/language/functions/templatefile */
import type { FunctionDefinition } from "./definition.ts";
import { fromUtf8 } from "../formats/bytes.ts";
import { renderTemplate } from "../template.ts";
import { stringType } from "../type.ts";
import { filePath, shaped } from "./parameters.ts";
import { readFile } from "./readFile.ts";
import { failure } from "./result.ts";

export const templatefile: FunctionDefinition = {
  parameters: [filePath("path"), shaped("vars")],
  result: stringType,
  call(args, context) {
    const { scope, evaluate } = context;
    if (scope.inTemplate === true)
      return failure("cannot call templatefile from inside another template function");
    const content = readFile(args.path(0), context);
    if (content.kind !== "content") return content;
    const decoded = fromUtf8(content.bytes);
    return decoded === undefined
      ? failure("the contents of the file are not valid UTF-8")
      : renderTemplate({ text: decoded, uri: content.uri }, args.value(1), scope, evaluate);
  },
};
