/** Parses a file of a module in the syntax that its name tells. */
import type { SourceFile } from "../hcl/ast.ts";
import { parse } from "../hcl/parse.ts";
import { isJsonFile, isVariablesFile } from "./fileKinds.ts";
import { parseJsonModule, parseJsonVariables } from "./json/parseJson.ts";

export function parseFile(uri: string, text: string): SourceFile {
  if (!isJsonFile(uri)) return parse(text);
  return isVariablesFile(uri) ? parseJsonVariables(text) : parseJsonModule(text);
}
