/** `basename(path)`: https://developer.hashicorp.com/terraform/language/functions/basename */
import { textFunction } from "./textFunction.ts";

export const basename = textFunction((path) => {
  const trimmed = path.replace(/\/+$/, "");
  if (trimmed === "") return path === "" ? "." : "/";
  return trimmed.slice(trimmed.lastIndexOf("/") + 1);
}, "path");
