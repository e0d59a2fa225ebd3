/** `replace(text, part, replacement)`: https://developer.hashicorp.com/terraform/language/functions/replace */
import type { FunctionDefinition } from "./definition.ts";
import type { RegularExpression } from "../formats/regularExpression.ts";
import type { Value } from "../value.ts";
import { allMatches, compileRegularExpression, groupNames } from "../formats/regularExpression.ts";
import { mostCharacters } from "../scope.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { failure, tooLarge } from "./result.ts";

export const replace: FunctionDefinition = {
  parameters: [text("str"), text("substr"), text("replace")],
  result: stringType,
  call(args) {
    const [source, part, replacement] = [args.text(0), args.text(1), args.text(2)];
    if (part.length > 1 && part.startsWith("/") && part.endsWith("/")) {
      const expression = compileRegularExpression(part.slice(1, -1));
      return expression === undefined
        ? failure("invalid regexp pattern")
        : replaceMatches(expression, source, replacement);
    }
    const count = part === "" ? [...source].length + 1 : source.split(part).length - 1;
    if (count * replacement.length > mostCharacters) return tooLarge("replace", stringType);
    return stringValue(
      part === "" ? surround(source, replacement) : source.replaceAll(part, () => replacement),
    );
  },
};

/** An empty part is found before every letter and at the end. */
function surround(source: string, replacement: string): string {
  return [...source].map((letter) => replacement + letter).join("") + replacement;
}

function replaceMatches(expression: RegularExpression, source: string, replacement: string): Value {
  const matches = allMatches(expression, source);
  if (matches.length * (replacement.length + source.length) > mostCharacters)
    return tooLarge("replace", stringType);
  const names = groupNames(expression);
  let result = "";
  let position = 0;
  for (const { start, end, groups } of matches) {
    result +=
      source.slice(position, start) + expand(replacement, [source.slice(start, end), ...groups], names);
    position = end;
  }
  return stringValue(result + source.slice(position));
}

const reference = /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;

/** `$1`, `${1}`, `$name` and `$$` in the replacement: https://pkg.go.dev/regexp#Regexp.Expand */
function expand(
  template: string,
  groups: readonly (string | undefined)[],
  names: readonly (string | undefined)[],
): string {
  return template.replace(reference, (whole, braced: string | undefined, bare: string | undefined) => {
    const name = braced ?? bare;
    if (name === undefined) return whole === "$$" ? "$" : whole;
    if (/^[0-9]+$/.test(name)) return groups[Number(name)] ?? "";
    const position = names.indexOf(name);
    return position < 0 ? "" : (groups[position + 1] ?? "");
  });
}
