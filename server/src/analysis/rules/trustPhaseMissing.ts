/** `trust-phase-missing`: the role admits the attachment's external ID for the other phase alone. */
import type { Cause } from "../trust/causes.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { conditionsOf, valuesOf } from "../trust/externalIdFacts.ts";
import type { Location } from "../../base/location.ts";
import type { Condition, Text } from "../../iam/policy.ts";
import { fixIn, setAttribute } from "../edits.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { writtenAt } from "../trust/literalEdits.ts";
import { placeOfConditions, refusalsOf, statementWith, type Refusal } from "../trust/refusals.ts";
import { placesOfSessions } from "../trust/sessionWords.ts";
import { addValues, fixWith, replaceByValues } from "../trust/valueEdits.ts";
import { placeOfValue, writtenValue } from "../trust/writtenValue.ts";
import { isPhase } from "../../spacelift/phases.ts";
import { defineRule, type Report } from "./rule.ts";

type Fact = Refusal<Extract<Cause, { readonly kind: "phase" }>>;

export const trustPhaseMissing = defineRule<Fact>({
  code: "trust-phase-missing",
  severity: "error",
  summary: "A role that admits reading for an attachment that writes, or the reverse.",
  find: (view) => refusalsOf(view, "phase"),
  tell,
  fix,
});

function tell({ policy, cause, sessions }: Fact, view: ModuleView): Report {
  const { phase, target } = sessions[0].session;
  const [does, other] = phase === "write" ? ["writes", "read"] : ["only reads", "write"];
  return {
    location:
      placeOfValue(view, valueWithPhase(cause), conditionsOf(cause)) ??
      placeOfConditions(policy, cause.conditions),
    message:
      `The role admits @${other} alone, and the attachment of ${target} ${does}, so Spacelift is refused. ` +
      `Admit @${phase} too.`,
    related: placesOfSessions(sessions),
  };
}

/** The value that ends in a phase, or the ones that one expression makes. */
function valueWithPhase({ conditions }: Fact["cause"]): Text | undefined {
  const values = conditions.flatMap(valuesOf).map(({ value }) => value);
  const [first, ...others] = values.filter(({ value }) => {
    const last = value.at(-1);
    return last?.kind === "literal" && /@(read|write)$/.test(last.text);
  });
  const isAlone = others.every(({ origin }) => origin !== undefined && isSamePlace(origin, first?.origin));
  return isAlone ? first : undefined;
}

function isSamePlace(a: Location, b: Location | undefined): boolean {
  return a.uri === b?.uri && a.span.start === b.span.start;
}

/** `*` in the phase's place needs StringLike; the phase itself is right under both operators. */
function fix({ cause, policy, sessions }: Fact, view: ModuleView): readonly Fix[] {
  const value = valueWithPhase(cause);
  const { phase } = sessions[0].session;
  const condition = cause.conditions.find((one) =>
    valuesOf(one).some((each) => each.value === value),
  )?.condition;
  if (!value || phase === undefined || !condition) return [];
  const place = writtenValue(view, value, condition);
  if (!place) return phase === "write" ? fixSource(view, policy, condition) : [];
  const last = place.segments.at(-1) ?? "";
  if (!isPhase(last)) return [];
  const withPhase = (text: string): readonly string[] => [[...place.segments.slice(0, -1), text].join("@")];
  if (condition.operator.name === "StringLike")
    return fixWith("Admit both phases", replaceByValues(place, withPhase("*")));
  const added = fixWith(`Admit @${phase} too`, addValues(view, { condition, place }, withPhase(phase)));
  // Of an attachment that reads and writes the ID ends in @write, so that @read is of no use beside it.
  return added.length > 0 || phase === "read"
    ? added
    : fixWith("Write @write", replaceByValues(place, withPhase("write")));
}

/** Spacelift's data source takes what is not set for false, an attachment for true. */
function fixSource(view: ModuleView, policy: JudgedPolicy, condition: Condition): readonly Fix[] {
  const origin = statementWith(policy, condition)?.origin;
  const [, address] = /^(data\.\w+\.[\w-]+)/.exec((origin && writtenAt(view, origin)) ?? "") ?? [];
  const source = view.family.find(({ declaration }) => declaration.address === address);
  if (!source) return [];
  const edits = setAttribute(source.file, source.block, { name: "write", value: "true" });
  return [fixIn(source.file, `Set write = true in ${source.declaration.address}`, edits)];
}
