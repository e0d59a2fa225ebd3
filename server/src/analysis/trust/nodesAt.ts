/** The nodes at a place of a policy, from the file's body inwards, also inside JSON in a heredoc or a file. */
import type { Location } from "../../base/location.ts";
import type { Node, Template } from "../../hcl/ast.ts";
import { pathAt, pathBelow } from "../../hcl/walk.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import type { ModuleView } from "../moduleView.ts";
import { fileAt } from "./elsewhere.ts";
import { expressionInFile, expressionInText } from "./policyInText.ts";
import { textFileAt, textSyntax } from "./textFiles.ts";

export interface Placed {
  readonly file: ModuleFile;
  readonly path: readonly Node[];
  /** True inside JSON text, where other rules of writing hold than in HCL. */
  readonly isText: boolean;
}

/** Undefined for places outside the modules that the view knows. */
export function nodesAt(view: ModuleView, location: Location | undefined): Placed | undefined {
  const file = location && fileAt(view, location.uri);
  if (!file) return undefined;
  const { start } = location.span;
  if (textFileAt(view, location.uri) === file) {
    const whole = textSyntax(view, location.uri) && expressionInFile(file);
    return whole && { file, path: [file.syntax.body, ...pathBelow(whole, start)], isText: true };
  }
  const path = pathAt(file.syntax, start);
  const heredoc = path.find((node): node is Template => node.kind === "Template" && !!node.heredoc);
  const inside = heredoc && expressionInText(heredoc, file);
  return inside
    ? { file, path: [...path, ...pathBelow(inside, start)], isText: true }
    : { file, path, isText: false };
}
