/** Whether to show what every Terraform extension shows: plain attribute names, block types, documentation. */
import type { Snapshot } from "../workspace/snapshot.ts";

export function showsPlainSuggestions({ settings, besideTerraformExtension }: Snapshot): boolean {
  switch (settings.plainSuggestions) {
    case "always":
      return true;
    case "never":
      return false;
    case "auto":
      return !besideTerraformExtension;
  }
}
