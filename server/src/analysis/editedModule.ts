/** Modules as they would be after edits. */
import { applyEdits } from "../base/textEdit.ts";
import { createConfiguration } from "../terraform/configuration.ts";
import { createModule, type Module, type ModuleFile } from "../terraform/module.ts";
import { parseFile } from "../terraform/parseFile.ts";
import { allFilesOf, seenFrom, type Snapshot } from "../workspace/snapshot.ts";
import type { FileEdits } from "./finding.ts";

/** With the modules around; those that the edits do not touch stay as they are. */
export function editedSnapshot(snapshot: Snapshot, edits: readonly FileEdits[]): Snapshot {
  const { module, configuration } = snapshot;
  const isIn = (one: Module): boolean =>
    allFilesOf(one).some((file) => edits.some(({ uri }) => uri === file.uri));
  const others = [...configuration.modules.values()].filter(({ uri }) => uri !== module.uri);
  const edited = editedModule(module, edits);
  if (!others.some(isIn)) return seenFrom(snapshot, edited);
  const modules = others.map((one) => (isIn(one) ? editedModule(one, edits) : one));
  return { ...snapshot, module: edited, configuration: createConfiguration([...modules, edited]) };
}

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
