/** Modules as they would be after edits. */
import { applyEdits } from "../base/textEdit.ts";
import { createConfiguration } from "../terraform/configuration.ts";
import { createModule, type Module, type ModuleFile } from "../terraform/module.ts";
import { parseFile } from "../terraform/parseFile.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { FileEdits } from "./finding.ts";

/** The whole configuration after the edits; modules that they do not touch stay as they are. */
export function editedSnapshot(snapshot: Snapshot, edits: readonly FileEdits[]): Snapshot {
  const touched = new Set(edits.map(({ uri }) => uri));
  const edited = (module: Module): Module =>
    [...module.files, ...module.companions.variableFiles].some(({ uri }) => touched.has(uri))
      ? editedModule(module, edits)
      : module;
  const modules = [...snapshot.configuration.modules.values()].map(edited);
  return {
    ...snapshot,
    module: modules.find(({ uri }) => uri === snapshot.module.uri) ?? edited(snapshot.module),
    configuration: createConfiguration(modules),
  };
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
