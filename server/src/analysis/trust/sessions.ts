/**
 * The sessions that Spacelift opens for an integration: one for each attachment and phase, with the external ID that
 * it sends. https://docs.spacelift.io/integrations/cloud-providers/aws
 */
import type { Location } from "../../base/location.ts";
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import { isPossibleSlug } from "../../spacelift/slug.ts";
import type { Phase } from "../../spacelift/phases.ts";
import type { Rename } from "../../terraform/renameSymbols.ts";
import { callersSymbol } from "../../terraform/symbolNames.ts";
import { asKnownString, type Value } from "../../terraform/value.ts";
import {
  attribute,
  familyOfType,
  headerOf,
  inFile,
  type FamilyBlock,
  type ModuleView,
} from "../moduleView.ts";
import { modulesAround, renameText, type ModuleAround } from "./elsewhere.ts";
import type { PolicyReader } from "./reader.ts";
import { instancesOf, type Instance } from "../../terraform/repetition.ts";
import { phaseSymbol, slugSymbol } from "./shapes.ts";
import { flagIn, settingIn, type Subject } from "./subjects.ts";
import { symbolIdOf } from "./symbolKinds.ts";

export interface Session {
  /** Who opens it: an attachment of the module, auto-attachment by label, or one that is not in this module. */
  readonly origin: "attachment" | "auto-attach" | "elsewhere" | "legacy";
  /** What the session is for: `spacelift_stack.network`, `"network"`. */
  readonly target: string;
  /** Undefined where it may be either. */
  readonly phase: Phase | undefined;
  /** The slug of the stack or module; undefined where the block names none. */
  readonly slug: SymbolicString | undefined;
  /** Undefined where the older format has no phase, or where it is not known what is sent. */
  readonly externalId: SymbolicString | undefined;
  /** The same external ID with another phase; undefined where the format has none. */
  readonly withPhase: ((phase: Phase) => SymbolicString) | undefined;
  /** False where it may also not be opened. */
  readonly certain: boolean;
  /** The attachment, the label or the integration. */
  readonly place: Location;
}

export function sessionsOf(reader: PolicyReader, subject: Subject): readonly Session[] {
  if (subject.kind === "legacy") return [legacySession(reader, subject)];
  const attached = attachmentsTo(reader.view, `${subject.address}.id`).flatMap((attachment) =>
    attachmentSessions(reader, subject, attachment),
  );
  const auto = flagIn(reader.view, subject, "autoattach_enabled");
  const open = auto === false ? [] : [anySession(reader, subject, "auto-attach", auto === true)];
  const all = [...attached, ...open];
  return all.length > 0 ? all : [anySession(reader, subject, "elsewhere", false)];
}

interface AttachmentInstance {
  readonly block: FamilyBlock;
  readonly instance: Instance;
  /** The module that attaches, and what its symbols are called here. */
  readonly module: ModuleAround;
}

const byIntegration = new WeakMap<ModuleView, ReadonlyMap<string, readonly AttachmentInstance[]>>();

/** The attachments by the symbol that their `integration_id` is. */
function attachmentsTo(view: ModuleView, id: string): readonly AttachmentInstance[] {
  const known = byIntegration.get(view) ?? collectAttachments(view);
  byIntegration.set(view, known);
  return known.get(id) ?? [];
}

function collectAttachments(view: ModuleView): ReadonlyMap<string, readonly AttachmentInstance[]> {
  const found = new Map<string, AttachmentInstance[]>();
  for (const attachment of modulesAround(view).flatMap(attachmentsIn)) {
    const { block, instance, module } = attachment;
    const value = settingIn(module.view, { block, instance }, "integration_id");
    const own = value && symbolIdOf(value);
    if (own === undefined) continue;
    const id = module.back(own);
    const same = found.get(id);
    if (same) same.push(attachment);
    else found.set(id, [attachment]);
  }
  return found;
}

function attachmentsIn(module: ModuleAround): readonly AttachmentInstance[] {
  const { view } = module;
  return familyOfType(view, "resource", "spacelift_aws_integration_attachment").flatMap((block) =>
    instancesOf(view, block.declaration).map((instance) => ({ block, instance, module })),
  );
}

function attachmentSessions(
  reader: PolicyReader,
  subject: Subject,
  attachment: AttachmentInstance,
): readonly Session[] {
  const { block, module } = attachment;
  const target = targetOf(reader.in(module.view), attachment);
  if (!target) return [];
  const place = inFile(block, headerOf(block.block));
  return phasesOf(module.view, attachment).map(({ phase, certain }) =>
    integrationSession(reader, subject, {
      origin: "attachment",
      target: labelFrom(target, module.back),
      slug: renameText(target.slug, module.back),
      phase,
      certain,
      place,
    }),
  );
}

/** Spacelift sends one ID for an attachment that both reads and writes, the one that ends in `@write`. */
function phasesOf(
  view: ModuleView,
  attachment: AttachmentInstance,
): readonly { readonly phase: Phase; readonly certain: boolean }[] {
  const [read, write] = [flagIn(view, attachment, "read"), flagIn(view, attachment, "write")];
  if (write === true) return [{ phase: "write", certain: true }];
  const reading =
    read === false ? [] : [{ phase: "read", certain: read === true && write === false } as const];
  return write === "unknown" ? [{ phase: "write", certain: false }, ...reading] : reading;
}

interface Target {
  /** The symbol that it is, where it is one. */
  readonly id: string | undefined;
  readonly label: string;
  readonly slug: SymbolicString;
}

/** Undefined where the block names neither a stack nor a module. */
function targetOf(reader: PolicyReader, attachment: Pick<Subject, "block" | "instance">): Target | undefined {
  for (const kind of ["stack", "module"] as const) {
    const name = `${kind}_id`;
    if (attribute(attachment.block, name)?.value.kind === "MissingExpression") continue;
    const value = settingIn(reader.view, attachment, name);
    if (value) return readTarget(reader, kind, value, attachment);
  }
  return undefined;
}

function readTarget(
  reader: PolicyReader,
  kind: "stack" | "module",
  value: Value,
  { block, instance }: Pick<Subject, "block" | "instance">,
): Target {
  const id = symbolIdOf(value);
  if (id !== undefined) {
    const slug = reader.symbol({ id, type: { kind: "string" } }) ?? [slugSymbol(id, kind, "other")];
    return { id, label: labelOfId(id), slug };
  }
  if (value.kind === "string" && mayBeSlug(value))
    return { id: undefined, label: labelOf(value), slug: reader.string(value.parts) };
  const address = block.declaration.address + instance.step;
  return {
    id: undefined,
    label: `${kind} of ${address}`,
    slug: [slugSymbol(`${address}.${kind}_id`, kind, "other")],
  };
}

/** What cannot be a slug is told by a rule of its own; which stack is meant is not known then. */
function mayBeSlug(value: Value & { kind: "string" }): boolean {
  const text = asKnownString(value);
  return text === undefined || isPossibleSlug(text);
}

function labelFrom({ id, label }: Target, back: Rename): string {
  return id === undefined ? label : labelOfId(back(id));
}

/** `spacelift_stack.network`; without a mark where it belongs to the caller. */
function labelOfId(id: string): string {
  return (callersSymbol(id) ?? id).replace(/\.id$/, "");
}

function labelOf(value: Value & { kind: "string" }): string {
  return value.parts
    .map((part) =>
      part.kind === "literal" ? part.text : part.kind === "symbol" ? `\${${part.symbol.id}}` : "…",
    )
    .join("");
}

interface Opened extends Omit<Session, "slug" | "externalId" | "withPhase"> {
  readonly slug: SymbolicString;
}

function integrationSession(reader: PolicyReader, subject: Subject, opened: Opened): Session {
  const { slug } = opened;
  const integration = reader.symbol({ id: `${subject.address}.id`, type: { kind: "string" } }) ?? [];
  const compose = (phase: Phase | SymbolicString): SymbolicString =>
    composeId(reader, integration, slug, typeof phase === "string" ? symbolic`${phase}` : phase);
  const phase = opened.phase ?? [phaseSymbol(`phase of ${subject.address}`)];
  return { ...opened, externalId: compose(phase), withPhase: compose };
}

/** The hyphens are what the documentation said until September 2022. */
function composeId(
  { names: { account }, view }: PolicyReader,
  integration: SymbolicString,
  slug: SymbolicString,
  phase: SymbolicString,
): SymbolicString {
  return view.settings.externalIdFormat === "hyphen"
    ? symbolic`${account}-${integration}@${slug}-${phase}`
    : symbolic`${account}@${integration}@${slug}@${phase}`;
}

/** For a stack or module that is not known: one with the right label, or one that is attached elsewhere. */
function anySession(
  reader: PolicyReader,
  subject: Subject,
  origin: "auto-attach" | "elsewhere",
  certain: boolean,
): Session {
  const label =
    origin === "auto-attach"
      ? "every stack and module with the label that auto-attaches"
      : "stacks and modules that are attached elsewhere";
  const { block } = subject;
  const labels = origin === "auto-attach" ? attribute(block, "labels") : undefined;
  return integrationSession(reader, subject, {
    origin,
    target: label,
    slug: [
      slugSymbol(`${origin} to ${subject.address}`, "stack", "other", "the slug of the stack or module"),
    ],
    phase: undefined,
    certain,
    place: inFile(block, labels?.value ?? headerOf(block.block)),
  });
}

function legacySession(reader: PolicyReader, subject: Subject): Session {
  const target = targetOf(reader, subject);
  return {
    origin: "legacy",
    target: target?.label ?? "a stack or module",
    phase: undefined,
    slug: target?.slug,
    externalId: target && symbolic`${reader.names.account}@${target.slug}`,
    withPhase: undefined,
    certain: true,
    place: inFile(subject.block, headerOf(subject.block.block)),
  };
}
