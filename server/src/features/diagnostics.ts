/** Findings as an editor shows them: by file, and without what another extension already shows. */
import { diagnose } from "../analysis/diagnose.ts";
import type { Finding } from "../analysis/finding.ts";
import { allFilesOf, type Snapshot } from "../workspace/snapshot.ts";

/**
 * The findings of every file of the module, by URI; files without any are there with an empty list, files of other
 * modules only where a value in them is the matter.
 */
export function findingsByFile(snapshot: Snapshot): ReadonlyMap<string, readonly Finding[]> {
  const byFile = new Map<string, Finding[]>(allFilesOf(snapshot.module).map(({ uri }) => [uri, []]));
  for (const finding of diagnose(snapshot)) {
    if (finding.source === "hcl" && snapshot.besideTerraformExtension) continue;
    const { uri } = finding.location;
    byFile.set(uri, [...(byFile.get(uri) ?? []), finding]);
  }
  return byFile;
}
