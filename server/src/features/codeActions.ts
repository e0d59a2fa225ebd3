/** The light bulb: a fix for each finding at the cursor, and the trust policy for the integration around it. */
import { diagnose } from "../analysis/diagnose.ts";
import type { FileEdits, Finding } from "../analysis/finding.ts";
import { viewOf, type FamilyBlock } from "../analysis/moduleView.ts";
import { overlaps, type Span } from "../base/span.ts";
import { concernsSpacelift, type Snapshot } from "../workspace/snapshot.ts";
import { generateTrustPolicy } from "./trustPolicy/generate.ts";
import { objectionTo } from "./verifyEdits.ts";

export type CodeAction =
  | {
      readonly kind: "fix" | "generate";
      readonly title: string;
      readonly edits: readonly FileEdits[];
      readonly preferred: boolean;
      /** What it mends; undefined where nothing is wrong. */
      readonly finding: Finding | undefined;
    }
  /** Shows the policy of the integration as JSON in a document of its own. */
  | { readonly kind: "json"; readonly title: string; readonly integration: string }
  /** What would be offered if it could be: the reason is shown to whoever looks for it. */
  | { readonly kind: "disabled"; readonly title: string; readonly reason: string };

export const generateTitle = "Generate the matching IAM trust policy";

/** The actions for a selection, the best first. Everything offered has been checked. */
export async function codeActions(
  snapshot: Snapshot,
  uri: string,
  selection: Span,
  log: (message: string) => void,
): Promise<readonly CodeAction[]> {
  if (!concernsSpacelift(snapshot.module)) return [];
  const fixes = fixesAt(snapshot, uri, selection);
  const integration = integrationAt(snapshot, uri, selection);
  return integration ? [...fixes, ...(await trustPolicyActions(snapshot, integration, log))] : fixes;
}

function fixesAt(snapshot: Snapshot, uri: string, selection: Span): readonly CodeAction[] {
  return diagnose(snapshot)
    .filter(({ location }) => location.uri === uri && overlaps(location.span, selection))
    .flatMap((finding) =>
      finding
        .fixes()
        .map(({ title, edits, preferred }) => ({ kind: "fix", title, edits, preferred, finding }) as const),
    );
}

/** The integration resource whose block the selection touches. */
export function integrationAt(snapshot: Snapshot, uri: string, selection: Span): FamilyBlock | undefined {
  return viewOf(snapshot).family.find(
    ({ schema, file, block }) =>
      schema.mode === "resource" &&
      schema.type === "spacelift_aws_integration" &&
      file.uri === uri &&
      block.start <= selection.end &&
      selection.start <= block.end,
  );
}

async function trustPolicyActions(
  snapshot: Snapshot,
  integration: FamilyBlock,
  log: (message: string) => void,
): Promise<readonly CodeAction[]> {
  const json = {
    kind: "json",
    title: "Show the matching IAM trust policy as JSON",
    integration: integration.declaration.address,
  } as const;
  const generated = generateTrustPolicy(viewOf(snapshot), integration);
  if (generated.kind === "refused")
    return [{ kind: "disabled", title: generateTitle, reason: generated.reason }, json];
  const { edits } = generated;
  const objection = await objectionTo(snapshot, edits);
  if (objection !== undefined) {
    log(`${generateTitle}: not offered for ${integration.declaration.address}, ${objection}`);
    return [json];
  }
  return [{ kind: "generate", title: generateTitle, edits, preferred: false, finding: undefined }, json];
}
