/** The light bulb: fixes, the trust policy for the integration around the cursor, and refactorings. */
import type { FileEdits, Finding } from "../analysis/finding.ts";
import { findingsIn } from "../analysis/findingsIn.ts";
import { viewOf, type FamilyBlock } from "../analysis/moduleView.ts";
import { overlaps, type Span } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { ignoreActions, type IgnoreAction } from "./ignoreHere.ts";
import { refactorings } from "./refactorings.ts";
import type { Refactoring } from "./refactorings/refactoring.ts";
import { trustPolicyOffers, widerOffer, type Offer } from "./trustPolicy/actions.ts";
import { documentForms, documentTitles, type DocumentForm } from "./trustPolicy/document.ts";
import { changesNothing, objectionTo, objectionToFix } from "./verifyEdits.ts";

export type CodeAction =
  /** Mends a finding. */
  | {
      readonly kind: "fix";
      readonly title: string;
      readonly edits: readonly FileEdits[];
      readonly preferred: boolean;
      readonly finding: Finding;
    }
  | {
      readonly kind: "generate";
      readonly title: string;
      readonly edits: readonly FileEdits[];
      /** The others are for whoever wants something special. */
      readonly isDefault: boolean;
    }
  | Refactoring
  | IgnoreAction
  /** Shows the policy of the integration in a document of its own. */
  | {
      readonly kind: "document";
      readonly title: string;
      readonly form: DocumentForm;
      readonly integration: string;
    }
  /** What would be offered if it could be: the reason is shown to whoever looks for it. */
  | { readonly kind: "disabled"; readonly title: string; readonly reason: string };

/** `usual` leaves out the less usual forms, for a client that asks at every move of the cursor. */
export type Breadth = "usual" | "all";

/** The actions for a selection, the best first. Everything offered has been checked. */
export async function codeActions(
  snapshot: Snapshot,
  uri: string,
  selection: Span,
  log: (message: string) => void,
  breadth: Breadth = "all",
): Promise<readonly CodeAction[]> {
  const fixes = fixesAt(snapshot, uri, selection, log);
  const integration = integrationAt(snapshot, uri, selection);
  const generated = integration ? await trustPolicyActions(snapshot, integration, log, breadth) : [];
  return [
    ...fixes,
    ...generated,
    ...refactorings(snapshot, uri, selection, log),
    ...ignoreActions(snapshot, uri, selection),
  ];
}

function fixesAt(
  snapshot: Snapshot,
  uri: string,
  selection: Span,
  log: (message: string) => void,
): readonly CodeAction[] {
  return findingsIn(snapshot, uri)
    .filter(({ location }) => overlaps(location.span, selection))
    .flatMap((finding) =>
      finding.fixes().flatMap(({ title, edits, preferred }) => {
        const objection = objectionToFix(snapshot, edits);
        if (objection === undefined) return [{ kind: "fix", title, edits, preferred, finding } as const];
        log(`${title}: not offered for ${finding.code}, ${objection}`);
        return [];
      }),
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

const offered = new WeakMap<Snapshot, Map<string, Promise<readonly CodeAction[]>>>();

/** Computed once for a snapshot: a client asks again at every move of the cursor. */
function trustPolicyActions(
  snapshot: Snapshot,
  integration: FamilyBlock,
  log: (message: string) => void,
  breadth: Breadth,
): Promise<readonly CodeAction[]> {
  const byAddress = offered.get(snapshot) ?? new Map<string, Promise<readonly CodeAction[]>>();
  offered.set(snapshot, byAddress);
  const key = `${breadth} ${integration.declaration.address}`;
  const actions = byAddress.get(key) ?? createTrustPolicyActions(snapshot, integration, log, breadth);
  byAddress.set(key, actions);
  return actions;
}

async function createTrustPolicyActions(
  snapshot: Snapshot,
  integration: FamilyBlock,
  log: (message: string) => void,
  breadth: Breadth,
): Promise<readonly CodeAction[]> {
  const { address } = integration.declaration;
  const found: CodeAction[] = [];
  for (const offer of trustPolicyOffers(viewOf(snapshot), integration, breadth)) {
    found.push(...(await actionFor(snapshot, integration, offer, log)));
  }
  const documents = documentForms.map(
    (form) => ({ kind: "document", title: documentTitles[form], form, integration: address }) as const,
  );
  return [...found, ...documents];
}

async function actionFor(
  snapshot: Snapshot,
  integration: FamilyBlock,
  { title, scope, isDefault, generated }: Offer,
  log: (message: string) => void,
): Promise<readonly CodeAction[]> {
  if (generated.kind === "refused") return [{ kind: "disabled", title, reason: generated.reason }];
  const { edits, role } = generated;
  if (changesNothing(snapshot, edits)) {
    return isDefault ? [{ kind: "disabled", title, reason: "The trust policy is this already." }] : [];
  }
  const { address } = integration.declaration;
  const objection = await objectionTo(snapshot, edits, { integration: address, scope, role });
  if (objection === undefined) return [{ kind: "generate", title, edits, isDefault }];
  log(`${title}: not offered for ${address}, ${objection}`);
  const isTooLong = isDefault && scope === "attachments" && objection.includes("trust-policy-too-long");
  if (!isTooLong) return [];
  const wider = widerOffer(viewOf(snapshot), integration);
  return actionFor(snapshot, integration, wider, log);
}
