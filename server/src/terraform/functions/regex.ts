/** `regex(pattern, text)`: https://developer.hashicorp.com/terraform/language/functions/regex */
import type { FunctionDefinition } from "./definition.ts";
import { allMatches, compileRegularExpression, groupNames } from "../formats/regularExpression.ts";
import { dynamicType } from "../type.ts";
import { text } from "./parameters.ts";
import { matchValue, resultType } from "./regexResult.ts";
import { failure } from "./result.ts";

export const regex: FunctionDefinition = {
  parameters: [text("pattern"), text("string")],
  result: dynamicType,
  call(args) {
    const expression = compileRegularExpression(args.text(0));
    if (expression === undefined) return failure("invalid regexp pattern");
    const names = groupNames(expression);
    if (resultType(names) === undefined) return failure("cannot mix both named and unnamed capture groups");
    const [match] = allMatches(expression, args.text(1), 1);
    return match === undefined
      ? failure("pattern did not match any part of the given string")
      : matchValue(match, args.text(1), names);
  },
};
