/** `title(text)`: https://developer.hashicorp.com/terraform/language/functions/title */
import { titleCase } from "../formats/letterCase.ts";
import { textFunction } from "./textFunction.ts";

export const title = textFunction(titleCase);
