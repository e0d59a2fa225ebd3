/** `strrev(text)`: https://developer.hashicorp.com/terraform/language/functions/strrev */
import { graphemes } from "../formats/graphemes.ts";
import { textFunction } from "./textFunction.ts";

export const strrev = textFunction((text) => [...graphemes(text)].reverse().join(""));
