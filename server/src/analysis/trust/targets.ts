/** What sessions are opened for: a stack or a module, with the slug that the external ID has in it. */
import { identityOf, type SymbolicString } from "../../iam/symbolic.ts";
import { isPossibleSlug } from "../../spacelift/slug.ts";
import { alternativesOf } from "../../terraform/alternatives.ts";
import { factsInBoth, type Fact } from "../../terraform/facts.ts";
import type { Rename } from "../../terraform/renameSymbols.ts";
import { callersSymbol } from "../../terraform/symbolNames.ts";
import { asKnownString, type Value } from "../../terraform/value.ts";
import { attribute } from "../moduleView.ts";
import { renameText } from "./elsewhere.ts";
import type { PolicyReader } from "./reader.ts";
import { slugSymbol } from "./shapes.ts";
import { settingIn, type Subject } from "./subjects.ts";
import { symbolIdOf } from "./symbolKinds.ts";

interface Target {
  /** `spacelift_stack.network`, `"network"`. */
  readonly label: string;
  readonly slug: SymbolicString;
}

interface ConditionalTarget extends Target {
  /** The answers to conditions by which it is this one and not another, as the block's own module calls them. */
  readonly facts: readonly Fact[];
}

interface OwnTarget extends Target {
  /** The symbol that it is, where it is one. */
  readonly id: string | undefined;
}

type Kind = "stack" | "module";

/** More are not told apart. */
const mostTargets = 4;

/**
 * What `stack_id` or `module_id` names where these facts hold, as another module calls it: one for each that it may
 * come to, and none where the block names neither.
 */
export function targetsOf(
  reader: PolicyReader,
  block: Pick<Subject, "block" | "instance">,
  back: Rename,
  known: readonly Fact[],
): readonly ConditionalTarget[] {
  const targets = ownTargets(reader, block, ["stack", "module"], known).map(({ own, facts }) => {
    const { label, slug } = renameTarget(own, back);
    return { label, slug, facts };
  });
  return targets.length < 2 ? targets : eachOnce(targets);
}

/** What is the same by two ways is known by what both have in common. */
function eachOnce(targets: readonly ConditionalTarget[]): readonly ConditionalTarget[] {
  const found = new Map<string, ConditionalTarget>();
  for (const target of targets) {
    const key = identityOf(target.slug);
    const same = found.get(key);
    found.set(key, same ? { ...target, facts: factsInBoth(same.facts, target.facts) } : target);
  }
  return [...found.values()];
}

interface ConditionalOwnTarget {
  readonly own: OwnTarget;
  readonly facts: readonly Fact[];
}

/** Where the one kind of ID is not set, the next one counts. */
function ownTargets(
  reader: PolicyReader,
  block: Pick<Subject, "block" | "instance">,
  [kind, ...others]: readonly Kind[],
  known: readonly Fact[],
): readonly ConditionalOwnTarget[] {
  if (!kind) return [];
  const name = `${kind}_id`;
  const isMissing = attribute(block.block, name)?.value.kind === "MissingExpression";
  const value = isMissing ? undefined : settingIn(reader.view, block, name);
  if (!value) return ownTargets(reader, block, others, known);
  const alternatives = alternativesOf(value, known);
  if (alternatives.length > mostTargets) return [{ own: readTarget(reader, kind, value, block), facts: [] }];
  return alternatives.flatMap(({ value: one, facts }) => {
    if (!isUnset(one)) return [{ own: readTarget(reader, kind, one, block), facts }];
    const found = ownTargets(reader, block, others, [...known, ...facts]);
    return found.map((target) => ({ own: target.own, facts: [...facts, ...target.facts] }));
  });
}

/** To the provider an empty text is none. */
function isUnset(value: Value): boolean {
  return value.kind === "null" || asKnownString(value) === "";
}

/** The stack or module that the symbol is the ID of, as another module calls it. */
export function targetNamed(reader: PolicyReader, id: string, back: Rename): Target {
  return renameTarget(symbolTarget(reader, id), back);
}

function readTarget(
  reader: PolicyReader,
  kind: Kind,
  value: Value,
  { block, instance }: Pick<Subject, "block" | "instance">,
): OwnTarget {
  const id = symbolIdOf(value);
  if (id !== undefined) return symbolTarget(reader, id);
  if (value.kind === "string" && mayBeSlug(value))
    return { id: undefined, label: labelOf(value), slug: reader.string(value.parts) };
  const address = block.declaration.address + instance.step;
  return {
    id: undefined,
    label: `${kind} of ${address}`,
    slug: [slugSymbol(`${address}.${kind}_id`, kind, "other")],
  };
}

function symbolTarget(reader: PolicyReader, id: string): OwnTarget {
  return { id, label: labelOfId(id), slug: reader.text(id) };
}

/** What cannot be a slug is told by a rule of its own; which stack is meant is not known then. */
function mayBeSlug(value: Value & { kind: "string" }): boolean {
  const text = asKnownString(value);
  return text === undefined || isPossibleSlug(text);
}

function renameTarget({ id, label, slug }: OwnTarget, back: Rename): Target {
  return { label: id === undefined ? label : labelOfId(back(id)), slug: renameText(slug, back) };
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
