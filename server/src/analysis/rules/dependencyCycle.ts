/** `dependency-cycle`: an integration and its role, or other members of the family, wait for each other. */
import { textOf } from "../../base/span.ts";
import type { TextEdit } from "../../base/textEdit.ts";
import { cycleThrough, dependenciesOf, waitsFor, type Dependency } from "../../terraform/dependencies.ts";
import { attributeOf } from "../../terraform/block.ts";
import { declarationOf, type BlockDeclaration } from "../../terraform/module.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { referencesIn } from "../../terraform/references.ts";
import { attachmentBlocksOf } from "../attachments.ts";
import { dataSource } from "../dataSource.ts";
import { providerOf } from "../provider.ts";
import { addToList, mergeEdits, replace } from "../edits.ts";
import type { FileEdits, Fix } from "../finding.ts";
import { inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly start: FamilyBlock;
  readonly cycle: readonly Dependency[];
  /** The link to take out: the one to the role where there is one. */
  readonly link: Dependency;
}

export const dependencyCycle = defineRule<Fact>({
  code: "dependency-cycle",
  severity: "error",
  summary: "An integration and its role wait for each other, so Terraform refuses to plan.",
  find: cyclesOf,
  tell,
  fix,
});

/** Each cycle once, told from the integration where it has one. */
function cyclesOf({ module, family }: ModuleView): readonly Fact[] {
  const told = new Set<string>();
  const facts: Fact[] = [];
  const ordered = [...family].sort((a, b) => rank(a) - rank(b));
  for (const start of ordered) {
    if (told.has(start.declaration.address)) continue;
    const cycle = cycleThrough(module, start.declaration.address);
    const link = cycle && linkToCut(cycle);
    if (!cycle || !link) continue;
    for (const { from } of cycle) told.add(from);
    facts.push({ start, cycle, link });
  }
  return facts;
}

function rank({ schema }: FamilyBlock): number {
  return schema.mode === "resource" && schema.type === "spacelift_aws_integration" ? 0 : 1;
}

function linkToCut(cycle: readonly Dependency[]): Dependency | undefined {
  return cycle.find(({ to }) => to.startsWith("aws_iam_role.")) ?? cycle[0];
}

function tell({ start, cycle, link }: Fact): Report {
  const way = [start.declaration.address, ...cycle.map(({ to }) => to)].join(" → ");
  const others = cycle.filter((other) => other !== link);
  const advice = link.to.startsWith("aws_iam_role.")
    ? "Build the ARN from the account ID and the role's name instead."
    : "Remove one of the references.";
  return {
    location: placeOf(link),
    message: `Terraform refuses to plan this cycle: ${way}. ${advice}`,
    related: others.map((other) => ({
      location: placeOf(other),
      message: `${other.from} waits for ${other.to}.`,
    })),
  };
}

function placeOf({ reference: { file, reference } }: Dependency): Report["location"] {
  return inFile({ file }, reference);
}

/** Writes the ARN out, and lets the attachments wait for the role in the integration's place. */
function fix({ start, cycle, link }: Fact, view: ModuleView): readonly Fix[] {
  const role = declarationOf(view.module, link.to);
  const { reference, file } = link.reference;
  const [step, ...others] = reference.steps;
  const readsArn = step?.kind === "attribute" && step.name === "arn" && others.length === 0;
  if (role?.kind !== "resource" || !readsArn || repetitionOf(role.block)) return [];
  const name = roleNameText(view, role, new Set(cycle.map(({ from }) => from)));
  if (name === undefined) return [];
  const account = dataSource(view, "aws_caller_identity", "current", providerOf(role));
  const arn = `"arn:aws:iam::\${${account.address}.account_id}:role/${name}"`;
  const { text } = file.syntax;
  const added = account.missingBlock === undefined ? [] : [appended(text, account.missingBlock)];
  return [
    {
      title: "Build the ARN without the reference",
      edits: mergeEdits([
        { uri: file.uri, edits: [replace(reference, arn), ...added] },
        ...waitingAttachments(view, start, role),
      ]),
      preferred: true,
    },
  ];
}

function appended(text: string, block: string): TextEdit {
  const newText = `${text.endsWith("\n") ? "" : "\n"}\n${block}\n`;
  return replace({ start: text.length, end: text.length }, newText);
}

/** The role's path and name as they stand inside a string; undefined where they take part in the cycle. */
function roleNameText(
  view: ModuleView,
  role: BlockDeclaration,
  cycle: ReadonlySet<string>,
): string | undefined {
  const name = attributeOf(role.block, "name");
  if (!name) return undefined;
  const path = attributeOf(role.block, "path");
  if (path && !textOf(role.file.syntax.text, path.value).startsWith('"/')) return undefined;
  const parts = path ? [path, name] : [name];
  const closes = parts
    .flatMap(({ value }) => referencesIn(value))
    .some(({ kind, address }) => kind === "each" || kind === "count" || waitsForAny(view, address, cycle));
  if (closes) return undefined;
  return parts
    .map(({ value }) => insideString(role, value))
    .join("")
    .replace(/^\//, "");
}

function waitsForAny({ module }: ModuleView, address: string, cycle: ReadonlySet<string>): boolean {
  return cycle.has(address) || [...cycle].some((member) => waitsFor(module, address, member) !== "no");
}

function insideString(
  { file }: BlockDeclaration,
  { kind, start, end }: { kind: string; start: number; end: number },
): string {
  const written = textOf(file.syntax.text, { start, end });
  return kind === "Template" && written.startsWith('"') ? written.slice(1, -1) : `\${${written}}`;
}

/** `depends_on` for attachments that waited for the role only through the integration. */
function waitingAttachments(
  view: ModuleView,
  integration: FamilyBlock,
  role: BlockDeclaration,
): readonly FileEdits[] {
  return attachmentBlocksOf(view, integration).flatMap(({ block, file, declaration: { address } }) => {
    const known = dependenciesOf(view.module, address).some(({ to }) => to === role.address);
    if (known || waitsFor(view.module, role.address, address) !== "no") return [];
    const edits = addToList(file, block, { name: "depends_on", value: role.address });
    return edits ? [{ uri: file.uri, edits }] : [];
  });
}
