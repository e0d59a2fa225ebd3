/** Why a value of a condition does not match, where a small slip explains it. */
import { decide } from "../decide.ts";
import type { ValueMismatch } from "../explanation.ts";
import { any, match } from "../formula.ts";
import {
  exactPatternIgnoringCase,
  likePattern,
  likePatternIgnoringCase,
  type PatternPart,
} from "../pattern.ts";
import type { SymbolicString } from "../symbolic.ts";
import type { ConditionOperator } from "./operator.ts";

export function mismatchOf(
  operator: ConditionOperator | undefined,
  actuals: readonly SymbolicString[],
  wanted: readonly PatternPart[],
): ValueMismatch {
  const name = operator?.name.replace("Not", "") ?? "";
  if (name.startsWith("StringEquals") && wanted.some(holdsWildcard)) {
    const pattern = name === "StringEquals" ? likePattern(wanted) : likePatternIgnoringCase(wanted);
    return {
      kind: "wildcard-is-literal",
      asPattern: decide(any(actuals.map((actual) => match(actual, pattern)))),
    };
  }
  const ignoringCase = name === "StringLike" ? likePatternIgnoringCase : exactPatternIgnoringCase;
  const caseDiffers =
    (name === "StringLike" || name === "StringEquals") &&
    decide(any(actuals.map((actual) => match(actual, ignoringCase(wanted))))) === "yes";
  return { kind: caseDiffers ? "case-differs" : "differs" };
}

function holdsWildcard(part: PatternPart): boolean {
  return part.kind === "text" && !part.quoted && /[*?]/.test(part.text);
}
