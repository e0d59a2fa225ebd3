/** Parses a file of a module in the syntax that its name tells. */
import type { SourceFile } from "../hcl/ast.ts";
import { parse } from "../hcl/parse.ts";
import { update, type Change } from "../hcl/update.ts";
import { isJsonFile, isVariablesFile } from "./fileKinds.ts";
import { parseJsonModule, parseJsonVariables } from "./json/parseJson.ts";

export function parseFile(uri: string, text: string): SourceFile {
  if (!isJsonFile(uri)) return parse(text);
  return isVariablesFile(uri) ? parseJsonVariables(text) : parseJsonModule(text);
}

/** The same after one change, reading again only what it touches; `text` is the whole text after it. */
export function reparseFile(uri: string, previous: SourceFile, text: string, change: Change): SourceFile {
  return isJsonFile(uri) ? parseFile(uri, text) : update(previous, text, change);
}
