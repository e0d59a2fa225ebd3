/** Modules as they would be after edits. */
import { applyEdits, type TextEdit } from "../base/textEdit.ts";
import { createConfiguration } from "../terraform/configuration.ts";
import { createModule, type Module, type ModuleFile } from "../terraform/module.ts";
import { parseFile } from "../terraform/parseFile.ts";
import type { FileReading, Reads } from "../terraform/reads.ts";
import { allFilesOf, seenFrom, type Snapshot } from "../workspace/snapshot.ts";
import type { FileEdits } from "./finding.ts";

/** With the modules around; those that the edits do not touch stay as they are. */
export function editedSnapshot(snapshot: Snapshot, edits: readonly FileEdits[]): Snapshot {
  const { module, configuration } = snapshot;
  const isIn = (one: Module): boolean =>
    edits.some(
      ({ uri }) => one.companions.reads.files.has(uri) || allFilesOf(one).some((file) => uri === file.uri),
    );
  const others = [...configuration.modules.values()].filter(({ uri }) => uri !== module.uri);
  const edited = editedModule(module, edits);
  if (!others.some(isIn)) return seenFrom(snapshot, edited);
  const modules = others.map((one) => (isIn(one) ? editedModule(one, edits) : one));
  return { ...snapshot, module: edited, configuration: createConfiguration([...modules, edited]) };
}

/** Edits in files that are not of the module, and that it neither reads nor takes values from, are left out. */
export function editedModule(module: Module, edits: readonly FileEdits[]): Module {
  const editsIn = (uri: string): readonly TextEdit[] =>
    edits.filter((entry) => entry.uri === uri).flatMap((entry) => entry.edits);
  const edited = (files: readonly ModuleFile[]): readonly ModuleFile[] =>
    files.map((file) => {
      const here = editsIn(file.uri);
      return here.length === 0
        ? file
        : { uri: file.uri, syntax: parseFile(file.uri, applyEdits(file.syntax.text, here)) };
    });
  const { variableFiles, reads } = module.companions;
  const companions = {
    ...module.companions,
    variableFiles: edited(variableFiles),
    reads: editedReads(reads, editsIn),
  };
  return createModule(module.uri, edited(module.files), module.complete, companions);
}

/** What does not change stays the same object: that is how it is told that nothing has changed. */
function editedReads(reads: Reads, editsIn: (uri: string) => readonly TextEdit[]): Reads {
  const files = [...reads.files].map(([uri, reading]): [string, FileReading] => {
    const here = reading.kind === "text" ? editsIn(uri) : [];
    return reading.kind !== "text" || here.length === 0
      ? [uri, reading]
      : [uri, { kind: "text", text: applyEdits(reading.text, here) }];
  });
  return files.some(([uri, reading]) => reads.files.get(uri) !== reading)
    ? { ...reads, files: new Map(files) }
    : reads;
}
