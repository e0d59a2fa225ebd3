/** `fileset(folder, pattern)`: https://developer.hashicorp.com/terraform/language/functions/fileset */
import type { FunctionDefinition } from "./definition.ts";
import { globExpression } from "../formats/glob.ts";
import { setValue } from "../set.ts";
import { setType, stringType } from "../type.ts";
import { stringValue, unknownValue } from "../value.ts";
import { filePath, text } from "./parameters.ts";
import { failure } from "./result.ts";

export const fileset: FunctionDefinition = {
  parameters: [filePath("path"), text("pattern")],
  result: setType(stringType),
  call(args, { scope }) {
    const paths = scope.files?.list(args.path(0));
    if (paths === undefined) {
      return unknownValue(
        { kind: "file not readable", subject: args.path(0).path, at: undefined },
        setType(stringType),
      );
    }
    const expression = globExpression(args.text(1));
    if (expression === undefined) return failure("syntax error in pattern");
    const found = paths.filter((path) => expression.test(path));
    return setValue(
      stringType,
      found.map((path) => stringValue(path)),
    );
  },
};
