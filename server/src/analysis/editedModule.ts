/** Modules as they would be after edits. */
import { applyEdits } from "../base/textEdit.ts";
import { createConfiguration } from "../terraform/configuration.ts";
import { createModule, type Module } from "../terraform/module.ts";
import { parseFile } from "../terraform/parseFile.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { FileEdits } from "./finding.ts";

/** The whole configuration after the edits; modules that they do not touch stay as they are. */
export function editedSnapshot(snapshot: Snapshot, edits: readonly FileEdits[]): Snapshot {
  const touched = new Set(edits.map(({ uri }) => uri));
  const edited = (module: Module): Module =>
    module.files.some(({ uri }) => touched.has(uri)) ? editedModule(module, edits) : module;
  const modules = [...snapshot.configuration.modules.values()].map(edited);
  return {
    ...snapshot,
    module: modules.find(({ uri }) => uri === snapshot.module.uri) ?? edited(snapshot.module),
    configuration: createConfiguration(modules),
  };
}

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
