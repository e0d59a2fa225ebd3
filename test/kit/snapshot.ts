/** A snapshot of a fixture's files, without a server around it. */
import { createConfiguration } from "../../server/src/terraform/configuration.ts";
import type { Module } from "../../server/src/terraform/module.ts";
import { parseFile } from "../../server/src/terraform/parseFile.ts";
import { moduleFrom } from "../../server/src/workspace/moduleFiles.ts";
import { readSettings } from "../../server/src/workspace/settings.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import type { FixtureFile } from "./fixture.ts";

export interface SnapshotOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly besideTerraformExtension?: boolean;
  /** False for a folder with files that could not be read. */
  readonly complete?: boolean;
  /** The folder whose module it is about, such as `/child`; else `/`, or that of the first file where `/` has none. */
  readonly folder?: string;
}

const root = "file:///module";

/** Files in different folders are modules of their own. */
export function snapshotOf(files: readonly FixtureFile[], options: SnapshotOptions = {}): Snapshot {
  const folders = new Set(files.map(({ uri }) => folderOf(uri)));
  const modules = [...folders].map((folder) => moduleIn(folder, files, options.complete));
  const wanted = root + (options.folder ?? "");
  return {
    settings: readSettings(options.settings).settings,
    besideTerraformExtension: options.besideTerraformExtension ?? false,
    module:
      modules.find(({ uri }) => uri === wanted) ?? modules[0] ?? moduleFrom(wanted, [], options.complete),
    configuration: createConfiguration(modules),
    readElsewhere: new Set(),
    versions: new Map(),
  };
}

function moduleIn(folder: string, files: readonly FixtureFile[], complete: boolean | undefined): Module {
  const own = files.filter(({ uri }) => folderOf(uri) === folder);
  return moduleFrom(
    folder,
    own.map(({ uri, text }) => ({ uri, syntax: parseFile(uri, text) })),
    complete,
  );
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}
