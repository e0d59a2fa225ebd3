/** `dirname(path)`: https://developer.hashicorp.com/terraform/language/functions/dirname */
import { cleanPath } from "../formats/paths.ts";
import { textFunction } from "./textFunction.ts";

export const dirname = textFunction((path) => cleanPath(path.slice(0, path.lastIndexOf("/") + 1)), "path");
