/**
 * What the files of values beside a root module give its variables.
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
import type { Attribute } from "../hcl/ast.ts";
import { attributesOf } from "./block.ts";
import { evaluate } from "./evaluate.ts";
import type { Module, ModuleFile } from "./module.ts";
import { newBudget, type Scope } from "./scope.ts";
import { unknownValue, type Value } from "./value.ts";

/** Undefined where no file gives the variable a value. */
export function valueInFiles({ companions }: Module, name: string): Value | undefined {
  const written = settingInFiles(companions.variableFiles, name);
  if (!written) return undefined;
  const value = evaluate(written.attribute.value, literalScope(written.file.uri));
  return value.kind === "unknown" ? undefined : value;
}

/** Where the value that counts is written: the last file wins. */
function settingInFiles(
  files: readonly ModuleFile[],
  name: string,
): { readonly attribute: Attribute; readonly file: ModuleFile } | undefined {
  for (const file of files.toReversed()) {
    const attribute = attributesOf(file.syntax.body).findLast((candidate) => candidate.name.name === name);
    if (attribute) return { attribute, file };
  }
  return undefined;
}

/** Such files hold values and no references. */
function literalScope(uri: string): Scope {
  return {
    uri,
    files: undefined,
    budget: newBudget(),
    resolve: ({ root, at }) => ({
      value: unknownValue({ kind: "not declared", subject: root, at }),
      consumed: 0,
    }),
  };
}
