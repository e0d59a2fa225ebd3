/** `trust-phase-missing`: the role admits the attachment's external ID for the other phase alone. */
import type { Cause } from "../trust/causes.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { valuesOf } from "../trust/externalIdFacts.ts";
import { placeOfConditions, refusalsOf, type Refusal } from "../trust/refusals.ts";
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
    location: placeOfValue(view, valueWithPhase(cause)) ?? placeOfConditions(policy, cause.conditions),
    message:
      `The role admits @${other} alone, and the attachment of ${target} ${does}, so Spacelift is refused. ` +
      `Admit @${phase} too.`,
    related: placesOfSessions(sessions),
  };
}

function valueWithPhase({ conditions }: Fact["cause"]) {
  const values = conditions.flatMap(valuesOf).map(({ value }) => value);
  const ending = values.filter(({ value }) => {
    const last = value.at(-1);
    return last?.kind === "text" && /@(read|write)$/.test(last.text);
  });
  return ending.length === 1 ? ending[0] : undefined;
}

/** `*` in the phase's place needs StringLike; the phase itself is right under both operators. */
function fix({ cause, sessions }: Fact, view: ModuleView): readonly Fix[] {
  const value = valueWithPhase(cause);
  const { phase } = sessions[0].session;
  const condition = cause.conditions.find((one) =>
    valuesOf(one).some((each) => each.value === value),
  )?.condition;
  const place = value && writtenValue(view, value, condition);
  if (!place || phase === undefined || !condition) return [];
  const last = place.segments.at(-1) ?? "";
  if (!isPhase(last)) return [];
  const withPhase = (text: string): readonly string[] => [[...place.segments.slice(0, -1), text].join("@")];
  return condition.operator.name === "StringLike"
    ? fixWith("Admit both phases", replaceByValues(place, withPhase("*")))
    : fixWith(`Admit @${phase} too`, addValues(view, { condition, place }, withPhase(phase)));
}
