/** `regexall(pattern, text)`: https://developer.hashicorp.com/terraform/language/functions/regexall */
import type { FunctionDefinition } from "./definition.ts";
import { allMatches, compileRegularExpression, groupNames } from "../formats/regularExpression.ts";
import { dynamicType, listType } from "../type.ts";
import { listValue } from "../value.ts";
import { text } from "./parameters.ts";
import { matchValue, resultType } from "./regexResult.ts";
import { failure } from "./result.ts";

export const regexall: FunctionDefinition = {
  parameters: [text("pattern"), text("string")],
  result: listType(dynamicType),
  call(args) {
    const expression = compileRegularExpression(args.text(0));
    if (expression === undefined) return failure("invalid regexp pattern");
    const names = groupNames(expression);
    const type = resultType(names);
    if (type === undefined) return failure("cannot mix both named and unnamed capture groups");
    const matches = allMatches(expression, args.text(1));
    return listValue(
      type,
      matches.map((match) => matchValue(match, args.text(1), names)),
    );
  },
};
