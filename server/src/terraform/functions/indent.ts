/** `indent(spaces, text)`: https://developer.hashicorp.com/terraform/language/functions/indent */
import type { FunctionDefinition } from "./definition.ts";
import { mapLiterals } from "../parts.ts";
import { stringType } from "../type.ts";
import { number, symbolicText } from "./parameters.ts";
import { failure, notWhole, undecided } from "./result.ts";

const mostSpaces = 10_000;

export const indent: FunctionDefinition = {
  parameters: [number("spaces"), symbolicText("str")],
  result: stringType,
  call(args) {
    const spaces = args.integer(0);
    if (spaces === undefined) return notWhole;
    if (spaces < 0) return failure("the number of spaces must not be negative");
    const value = args.string(1);
    const isKnown = value.parts.every((part) => part.kind === "literal");
    if (!isKnown || spaces > mostSpaces) return undecided([value], stringType);
    return mapLiterals(value, (text) => text.replaceAll("\n", `\n${" ".repeat(spaces)}`));
  },
};
