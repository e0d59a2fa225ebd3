/** A snapshot of a fixture's files, without a server around it. */
import { parse } from "../../server/src/hcl/parse.ts";
import { createModule } from "../../server/src/terraform/module.ts";
import { readSettings } from "../../server/src/workspace/settings.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import type { FixtureFile } from "./fixture.ts";

export interface SnapshotOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly besideTerraformExtension?: boolean;
  /** False for a folder with files that could not be read. */
  readonly complete?: boolean;
}

export function snapshotOf(files: readonly FixtureFile[], options: SnapshotOptions = {}): Snapshot {
  return {
    settings: readSettings(options.settings).settings,
    besideTerraformExtension: options.besideTerraformExtension ?? false,
    module: createModule(
      "file:///module",
      files.map(({ uri, text }) => ({ uri, syntax: parse(text) })),
      options.complete,
    ),
    versions: new Map(),
  };
}
