/** The light bulb: fixes, the trust policy for the integration around the cursor, and refactorings. */
import type { FileEdits, Finding, Fix } from "../analysis/finding.ts";
import { findingsAtCalls, findingsIn } from "../analysis/findingsIn.ts";
import { familyOfType, viewOf, type FamilyBlock } from "../analysis/moduleView.ts";
import { certainRoleOf } from "../analysis/roleOfIntegration.ts";
import { pause } from "../base/pause.ts";
import { overlaps, type Span } from "../base/span.ts";
import { declarationsOfType, type BlockDeclaration } from "../terraform/module.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { nameOf } from "../workspace/uris.ts";
import { ignoreActions, type IgnoreAction } from "./ignoreHere.ts";
import { withLineBreaks } from "./lineBreaks.ts";
import { refactoringsAt } from "./refactorings.ts";
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
      /** Its address. */
      readonly integration: string;
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

type Log = (message: string) => void;

/** One that may be offered, if it is found to keep the law. */
type Candidate = () => readonly CodeAction[] | Promise<readonly CodeAction[]>;

/** How long a look at candidates may take before others get their turn. Milliseconds. */
const slice = 15;

/** The actions for a selection, the best first. Everything offered has been checked. */
export async function codeActions(
  snapshot: Snapshot,
  uri: string,
  selection: Span,
  log: Log,
  isWithdrawn = (): boolean => false,
): Promise<readonly CodeAction[]> {
  const found: CodeAction[] = [];
  let since = performance.now();
  for (const candidate of candidatesAt(snapshot, uri, selection, log)) {
    if (performance.now() - since > slice) {
      await pause();
      since = performance.now();
    }
    if (isWithdrawn()) return [];
    found.push(...(await candidate()));
  }
  return distinct(found);
}

/** Several modules may find the same in a file that all of them read. */
function distinct(actions: readonly CodeAction[]): readonly CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    if (action.kind !== "fix") return true;
    const key = JSON.stringify([action.title, action.finding.code, action.finding.location, action.edits]);
    return !seen.has(key) && !!seen.add(key);
  });
}

function* candidatesAt(snapshot: Snapshot, uri: string, selection: Span, log: Log): Generator<Candidate> {
  for (const finding of findingsIn(snapshot, uri)) {
    if (!overlaps(finding.location.span, selection)) continue;
    for (const fix of finding.fixes()) yield () => checkedFix(snapshot, finding, fix, log);
  }
  for (const { finding, call } of findingsAtCalls(snapshot, uri)) {
    if (!overlaps(call, selection)) continue;
    for (const fix of finding.fixes()) {
      const title = `${fix.title}, in ${nameOf(finding.location.uri)}`;
      yield () => checkedFix(snapshot, finding, { ...fix, title }, log);
    }
  }
  const integration = integrationAt(snapshot, uri, selection);
  if (integration) {
    for (const offer of offersFor(snapshot, integration)) {
      yield () => checkedOffer(snapshot, integration, offer, log);
    }
    yield () => documentsOf(integration);
  }
  for (const refactoring of refactoringsAt(snapshot, uri, selection)) {
    yield () => checkedRefactoring(snapshot, refactoring, log);
  }
  yield () => ignoreActions(snapshot, uri, selection);
}

function checkedFix(
  snapshot: Snapshot,
  finding: Finding,
  { title, edits: written, preferred }: Fix,
  log: Log,
): readonly CodeAction[] {
  const edits = withLineBreaks(snapshot, written);
  const objection = objectionToFix(snapshot, edits, finding.code);
  if (objection === undefined) return [{ kind: "fix", title, edits, preferred, finding }];
  log(`${title}: not offered for ${finding.code}, ${objection}`);
  return [];
}

function checkedRefactoring(snapshot: Snapshot, refactoring: Refactoring, log: Log): readonly CodeAction[] {
  const { title, of } = refactoring;
  const edits = withLineBreaks(snapshot, refactoring.edits);
  const objection = objectionToFix(snapshot, edits);
  if (objection === undefined) return [{ ...refactoring, edits }];
  log(`${title}: not offered for ${of}, ${objection}`);
  return [];
}

/** The integration whose block the selection touches, or the only one that assumes the role there. */
export function integrationAt(snapshot: Snapshot, uri: string, selection: Span): FamilyBlock | undefined {
  const view = viewOf(snapshot);
  const isThere = ({ file, block }: Pick<BlockDeclaration, "file" | "block">): boolean =>
    file.uri === uri && block.start <= selection.end && selection.start <= block.end;
  const integrations = familyOfType(view, "resource", "spacelift_aws_integration");
  const own = integrations.find(isThere);
  if (own) return own;
  const role = declarationsOfType(view.module, "resource", "aws_iam_role").find(isThere);
  if (!role) return undefined;
  const [only, ...others] = integrations.filter((one) => certainRoleOf(view, one) === role);
  return others.length === 0 ? only : undefined;
}

const offers = new WeakMap<Snapshot, Map<string, readonly Offer[]>>();

/** Written once for a snapshot: a client asks again at every move of the cursor. */
function offersFor(snapshot: Snapshot, integration: FamilyBlock): readonly Offer[] {
  const byAddress = offers.get(snapshot) ?? new Map<string, readonly Offer[]>();
  offers.set(snapshot, byAddress);
  const { address } = integration.declaration;
  const written = byAddress.get(address) ?? trustPolicyOffers(viewOf(snapshot), integration);
  byAddress.set(address, written);
  return written;
}

async function checkedOffer(
  snapshot: Snapshot,
  integration: FamilyBlock,
  { title, scope, isDefault, generated }: Offer,
  log: Log,
): Promise<readonly CodeAction[]> {
  if (generated.kind === "refused") return [{ kind: "disabled", title, reason: generated.reason }];
  const { role } = generated;
  const edits = withLineBreaks(snapshot, generated.edits);
  if (changesNothing(snapshot, edits)) {
    return isDefault ? [{ kind: "disabled", title, reason: "The trust policy is this already." }] : [];
  }
  const { address } = integration.declaration;
  const objection = await objectionTo(snapshot, edits, { integration: address, scope, role });
  if (objection === undefined) return [{ kind: "generate", title, edits, integration: address, isDefault }];
  log(`${title}: not offered for ${address}, ${objection}`);
  if (!isDefault) return [];
  if (scope === "attachments" && objection.includes("trust-policy-too-long")) {
    return checkedOffer(snapshot, integration, widerOffer(viewOf(snapshot), integration), log);
  }
  return [{ kind: "disabled", title, reason: `Not safe here: ${firstLine(objection)}` }];
}

function firstLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.endsWith(".") ? line : `${line}.`;
}

function documentsOf({ declaration }: FamilyBlock): readonly CodeAction[] {
  return documentForms.map((form) => ({
    kind: "document",
    title: documentTitles[form],
    form,
    integration: declaration.address,
  }));
}
