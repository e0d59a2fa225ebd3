/** `trim(text, characters)`: https://developer.hashicorp.com/terraform/language/functions/trim */
import type { FunctionDefinition } from "./definition.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";

export const trim: FunctionDefinition = {
  parameters: [text("str"), text("cutset")],
  result: stringType,
  call(args) {
    const letters = [...args.text(0)];
    const cut = new Set(args.text(1));
    const first = letters.findIndex((letter) => !cut.has(letter));
    const last = letters.findLastIndex((letter) => !cut.has(letter));
    return stringValue(first < 0 ? "" : letters.slice(first, last + 1).join(""));
  },
};
