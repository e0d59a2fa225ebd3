/** Whether a statement is about an action: names without case, `*` and `?`, `NotAction`. */
import { causesOf, decide } from "./decide.ts";
import type { ActionExplanation } from "./explanation.ts";
import { any, match, not, unknownRun, type Formula } from "./formula.ts";
import { mentionsInAction } from "./mentions.ts";
import { likePatternIgnoringCase, partsOf } from "./pattern.ts";
import type { ActionElement, Text, UnknownItems } from "./policy.ts";
import { perObjectAndText } from "../base/remember.ts";
import { symbolic } from "./symbolic.ts";

export const actionFormula = perObjectAndText((element: ActionElement, action): Formula => {
  const named = anyName(element.names, action);
  return element.excluding ? not(named) : named;
});

export const explainAction = perObjectAndText((element: ActionElement, action): ActionExplanation => {
  const formula = actionFormula(element, action);
  const matches = decide(formula);
  return {
    matches,
    causes: matches === "unknown" ? causesOf(formula, mentionsInAction(element)) : [],
    matching: element.names.filter(
      (name): name is Text => name.kind === "string" && decide(nameFormula(name, action)) === "yes",
    ),
  };
});

function anyName(names: ActionElement["names"], action: string): Formula {
  return any(names.map((name) => nameFormula(name, action)));
}

function nameFormula(name: Text | UnknownItems<Text>, action: string): Formula {
  if (name.kind === "unknown") return unknownRun(name, (names) => anyName(names, action));
  return match(symbolic`${action}`, likePatternIgnoringCase(partsOf(name.value)));
}
