/**
 * The sessions that Spacelift opens for an integration: one for each attachment and phase, with the external ID that
 * it sends. https://docs.spacelift.io/integrations/cloud-providers/aws
 */
import type { Location } from "../../base/location.ts";
import { identityOf, symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import type { Phase } from "../../spacelift/phases.ts";
import { attribute, headerOf, inFile, type ModuleView } from "../moduleView.ts";
import { attachmentsTo, type AttachmentInstance } from "./attachmentInstances.ts";
import { autoAttachedTo } from "./autoAttached.ts";
import { formsIn, idsOf } from "./externalIdForms.ts";
import { canHoldTogether, renameFacts, type Fact } from "../../terraform/facts.ts";
import { sameNames } from "../../terraform/renameSymbols.ts";
import type { PolicyReader } from "./reader.ts";
import { phaseSymbol, slugSymbol } from "./shapes.ts";
import { flagIn, type Subject } from "./subjects.ts";
import { targetNamed, targetsOf } from "./targets.ts";

export interface Session {
  /** Who opens it: an attachment of the module, auto-attachment by label, or one that is not in this module. */
  readonly origin: "attachment" | "auto-attach" | "elsewhere" | "legacy";
  /** What the session is for: `spacelift_stack.network`, `"network"`. */
  readonly target: string;
  /** Undefined where it may be either. */
  readonly phase: Phase | undefined;
  /** True where the ID of the phase, which is that for writing, is sent for reading too. */
  readonly alsoReads: boolean;
  /** The slug of the stack or module; undefined where the block names none. */
  readonly slug: SymbolicString | undefined;
  /** Undefined where the older format has no phase, or where it is not known what is sent. */
  readonly externalId: SymbolicString | undefined;
  /** The same in the form that may be sent instead; undefined where there is none. */
  readonly otherForm: SymbolicString | undefined;
  /** The same external ID with another phase; undefined where the format has none. */
  readonly withPhase: ((phase: Phase) => SymbolicString) | undefined;
  /** False where it may also not be opened. */
  readonly certain: boolean;
  /** False where it is no reason to complain if it is refused. */
  readonly expected: boolean;
  /** What is known where it is opened, of conditions which nobody knows otherwise. */
  readonly facts: readonly Fact[];
  /** The attachment, the stack or module with the label, the label, or the integration. */
  readonly place: Location;
}

/**
 * Those that may be opened where these facts hold. `isOfRole` says that it is certain which role they are for: other
 * sessions may all be for another one.
 */
export function sessionsOf(
  reader: PolicyReader,
  subject: Subject,
  known: readonly Fact[] = subject.instance.facts,
  isOfRole = true,
): readonly Session[] {
  if (subject.kind === "legacy") return legacySessions(reader, subject, known, isOfRole);
  return openedFor(reader, subject, known)
    .filter(({ facts }) => canHoldTogether([...known, ...facts]))
    .map(withExternalId(reader, subject, isOfRole));
}

/** A session before it is said what is sent with it. */
interface Opened extends Omit<Session, "slug" | "externalId" | "otherForm" | "withPhase" | "expected"> {
  readonly slug: SymbolicString;
}

function openedFor(reader: PolicyReader, subject: Subject, known: readonly Fact[]): readonly Opened[] {
  const attached = attachmentsTo(reader.view, `${subject.address}.id`).flatMap((attachment) =>
    openedByAttachment(reader, attachment, known),
  );
  const auto = flagIn(reader.view, subject, "autoattach_enabled", known);
  const all = auto === false ? attached : [...attached, ...openedByLabel(reader, subject, auto, attached)];
  return all.length > 0 ? all : [openedByAny(subject, elsewhere)];
}

const elsewhere = {
  origin: "elsewhere",
  target: "stacks and modules that are attached elsewhere",
  certain: false,
} as const;

function openedByAttachment(
  reader: PolicyReader,
  attachment: AttachmentInstance,
  known: readonly Fact[],
): readonly Opened[] {
  const { block, instance, module } = attachment;
  const here = module.view === reader.view ? [...known, ...instance.facts] : instance.facts;
  const targets = targetsOf(reader.in(module.view), attachment, module.back, here);
  const place = inFile(block, headerOf(block.block));
  return targets.flatMap(({ label, slug, facts: own }) => {
    const facts = renameFacts([...instance.facts, ...own], module.back);
    return phasesOf(module.view, attachment, [...here, ...own]).map(
      ({ phase, alsoReads, certain }): Opened => ({
        origin: "attachment",
        target: label,
        slug,
        phase,
        alsoReads,
        certain: certain && targets.length === 1,
        facts,
        place,
      }),
    );
  });
}

type Use = Pick<Session, "phase" | "alsoReads" | "certain">;

const asWrite: readonly Use[] = [{ phase: "write", alsoReads: false, certain: true }];
const asWriteForBoth: readonly Use[] = [{ phase: "write", alsoReads: true, certain: true }];

/**
 * Spacelift sends one ID for an attachment that both reads and writes, the one that ends in `@write`.
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_integration_attachment_external_id
 */
function phasesOf(view: ModuleView, attachment: AttachmentInstance, known: readonly Fact[]): readonly Use[] {
  const read = flagIn(view, attachment, "read", known);
  const write = flagIn(view, attachment, "write", known);
  if (write === true) return read === true ? asWriteForBoth : asWrite;
  const certain = read === true && write === false;
  const reading: readonly Use[] = read === false ? [] : [{ phase: "read", alsoReads: false, certain }];
  return write === "unknown" ? [{ phase: "write", alsoReads: false, certain: false }, ...reading] : reading;
}

/**
 * Those of each stack and module of the workspace with the label, and one for all that are not known. Where some are
 * certain, that the others are refused is nothing to complain of: there may be none.
 */
function openedByLabel(
  reader: PolicyReader,
  subject: Subject,
  auto: true | "unknown",
  attached: readonly Opened[],
): readonly Opened[] {
  const always = attached.filter(({ facts }) => facts.length === 0);
  const taken = new Set(always.map(({ slug }) => identityOf(slug)));
  const labelled = openedByLabelled(reader, subject, auto).filter(({ slug }) => !taken.has(identityOf(slug)));
  const others = openedByAny(subject, {
    origin: "auto-attach",
    target: `${labelled.length > 0 ? "any other stack or" : "every stack and"} module with the label that auto-attaches`,
    certain: auto === true && !labelled.some(({ certain }) => certain),
  });
  return [...labelled, others];
}

/** Such an attachment has no flags, so it reads and writes. */
function openedByLabelled(reader: PolicyReader, subject: Subject, auto: true | "unknown"): readonly Opened[] {
  return autoAttachedTo(reader.view, subject).map(({ id, module, place, certain }) => {
    const { label, slug } = targetNamed(reader.in(module.view), id, module.back);
    return {
      origin: "auto-attach",
      target: label,
      slug,
      phase: "write",
      alsoReads: true,
      certain: auto === true && certain,
      facts: [],
      place,
    };
  });
}

/** For a stack or module that is not known: one with the right label, or one that is attached elsewhere. */
function openedByAny(
  { block, address }: Subject,
  what: Pick<Session, "target" | "certain"> & { readonly origin: "auto-attach" | "elsewhere" },
): Opened {
  const labels = what.origin === "auto-attach" ? attribute(block, "labels") : undefined;
  return {
    ...what,
    slug: [slugSymbol(`${what.origin} to ${address}`, "stack", "other", "the slug of the stack or module")],
    phase: undefined,
    alsoReads: false,
    facts: [],
    place: inFile(block, labels?.value ?? headerOf(block.block)),
  };
}

/** What the integration sends, which depends on the stack or module and on the phase. */
function withExternalId(
  reader: PolicyReader,
  { address }: Subject,
  isOfRole: boolean,
): (opened: Opened) => Session {
  const integration = reader.text(`${address}.id`);
  const [main, other] = formsIn(reader.view.settings);
  const compose = idsOf(main, reader.names.account, integration);
  const composeOther = other && idsOf(other, reader.names.account, integration);
  const anyPhase = [phaseSymbol(`phase of ${address}`)];
  return ({ origin, target, phase, alsoReads, slug, certain, facts, place }) => {
    const sent = phase ?? anyPhase;
    return {
      origin,
      target,
      phase,
      alsoReads,
      slug,
      externalId: compose(slug, sent),
      otherForm: composeOther?.(slug, sent),
      withPhase: (asked) => compose(slug, asked),
      certain,
      expected: isOfRole && (certain || origin === "elsewhere"),
      facts,
      place,
    };
  };
}

/** One, but where its stack or module depends on a condition; of one that the block does not name nothing is known. */
function legacySessions(
  reader: PolicyReader,
  subject: Subject,
  known: readonly Fact[],
  isOfRole: boolean,
): readonly Session[] {
  const targets = targetsOf(reader, subject, sameNames, known);
  const isSettled = targets.length < 2;
  const unnamed = { label: "a stack or module", slug: undefined, facts: [] };
  return (targets.length > 0 ? targets : [unnamed]).map(({ label, slug, facts }) => ({
    origin: "legacy",
    target: label,
    phase: undefined,
    alsoReads: false,
    slug,
    externalId: slug && symbolic`${reader.names.account}@${slug}`,
    otherForm: undefined,
    withPhase: undefined,
    certain: isSettled,
    expected: isOfRole && isSettled,
    facts,
    place: inFile(subject.block, headerOf(subject.block.block)),
  }));
}
