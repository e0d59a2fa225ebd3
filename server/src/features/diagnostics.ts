/** Findings as an editor shows them: by file, and without what another extension already shows. */
import { diagnose } from "../analysis/diagnose.ts";
import type { Finding } from "../analysis/finding.ts";
import { allFilesOf, type Snapshot } from "../workspace/snapshot.ts";

/** A file that is no Terraform at all has tens of thousands; nobody reads so many. */
const mostPerFile = 500;

/**
 * The findings of every file of the module, by URI; files without any are there with an empty list, files of other
 * modules only where a value in them is the matter.
 */
export function findingsByFile(snapshot: Snapshot): ReadonlyMap<string, readonly Finding[]> {
  const byFile = new Map<string, Finding[]>(allFilesOf(snapshot.module).map(({ uri }) => [uri, []]));
  for (const finding of diagnose(snapshot)) {
    if (finding.source === "hcl" && snapshot.besideTerraformExtension) continue;
    const here = byFile.get(finding.location.uri);
    if (!here) byFile.set(finding.location.uri, [finding]);
    else if (here.length < mostPerFile) here.push(finding);
  }
  return byFile;
}
