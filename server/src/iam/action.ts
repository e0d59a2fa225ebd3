/** Whether a statement is about an action: names without case, `*` and `?`, `NotAction`. */
import { decide } from "./decide.ts";
import type { ActionExplanation } from "./explanation.ts";
import { any, match, not, unknownRun, type Formula } from "./formula.ts";
import { likePatternIgnoringCase, partsOf } from "./pattern.ts";
import type { ActionElement, Text, UnknownItems } from "./policy.ts";
import { perObject } from "../base/remember.ts";
import { symbolic } from "./symbolic.ts";

export function actionFormula(element: ActionElement, action: string): Formula {
  const known = formulas(element).get(action);
  if (known) return known;
  const named = anyName(element.names, action);
  const formula = element.excluding ? not(named) : named;
  formulas(element).set(action, formula);
  return formula;
}

const formulas = perObject<ActionElement, Map<string, Formula>>(() => new Map());

export function explainAction(element: ActionElement, action: string): ActionExplanation {
  return {
    matches: decide(actionFormula(element, action)),
    matching: element.names.filter(
      (name): name is Text => name.kind === "text" && decide(nameFormula(name, action)) === "yes",
    ),
  };
}

function anyName(names: ActionElement["names"], action: string): Formula {
  return any(names.map((name) => nameFormula(name, action)));
}

function nameFormula(name: Text | UnknownItems<Text>, action: string): Formula {
  if (name.kind === "unknown") return unknownRun(name, (names) => anyName(names, action));
  return match(symbolic`${action}`, likePatternIgnoringCase(partsOf(name.value)));
}
