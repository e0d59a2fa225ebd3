/** Findings as an editor shows them: by file, and without what another extension already shows. */
import { diagnose } from "../analysis/diagnose.ts";
import type { Finding } from "../analysis/finding.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** The findings of every file of the module, by URI; files without any are there with an empty list. */
export function findingsByFile(snapshot: Snapshot): ReadonlyMap<string, readonly Finding[]> {
  const byFile = new Map<string, Finding[]>(snapshot.module.files.map(({ uri }) => [uri, []]));
  for (const finding of diagnose(snapshot)) {
    if (finding.source === "hcl" && snapshot.besideTerraformExtension) continue;
    byFile.get(finding.location.uri)?.push(finding);
  }
  return byFile;
}
