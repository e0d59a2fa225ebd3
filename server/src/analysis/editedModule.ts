/** A module as it would be after edits. */
import { applyEdits } from "../base/textEdit.ts";
import { createModule, type Module } from "../terraform/module.ts";
import { parseFile } from "../terraform/parseFile.ts";
import type { FileEdits } from "./finding.ts";

/** Edits in files that are not of the module are left out. */
export function editedModule(module: Module, edits: readonly FileEdits[]): Module {
  const files = module.files.map((file) => {
    const here = edits.filter(({ uri }) => uri === file.uri).flatMap((entry) => entry.edits);
    return here.length === 0
      ? file
      : { uri: file.uri, syntax: parseFile(file.uri, applyEdits(file.syntax.text, here)) };
  });
  return createModule(module.uri, files, module.complete, module.companions);
}
