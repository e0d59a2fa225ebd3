/** A module as it would be after edits. */
import { applyEdits } from "../base/textEdit.ts";
import { createModule, type Module, type ModuleFile } from "../terraform/module.ts";
import { parseFile } from "../terraform/parseFile.ts";
import type { FileEdits } from "./finding.ts";

/** Edits in files that are not of the module, and give its variables no values, are left out. */
export function editedModule(module: Module, edits: readonly FileEdits[]): Module {
  const edited = (files: readonly ModuleFile[]): readonly ModuleFile[] =>
    files.map((file) => {
      const here = edits.filter(({ uri }) => uri === file.uri).flatMap((entry) => entry.edits);
      return here.length === 0
        ? file
        : { uri: file.uri, syntax: parseFile(file.uri, applyEdits(file.syntax.text, here)) };
    });
  const { variableFiles } = module.companions;
  const companions = { ...module.companions, variableFiles: edited(variableFiles) };
  return createModule(module.uri, edited(module.files), module.complete, companions);
}
