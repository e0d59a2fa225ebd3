/** What of a formula is open: answered questions fall away, and the others come down to the smallest that decide them. */
import { all, any, fails, holds, match, not, type Formula } from "./formula.ts";
import { leftOpen } from "./matching.ts";
import { perObject } from "../base/remember.ts";
import { identityOf, type StringSymbol, type SymbolicString } from "./symbolic.ts";

/** Every question in the result is open. Those about a string of `whole` are asked about it as a whole. */
export function openPart(formula: Formula, whole: readonly SymbolicString[] = []): Formula {
  switch (formula.kind) {
    case "constant":
    case "open":
      return formula;
    case "match": {
      const { pattern, subject } = formula;
      const left = leftOpen(pattern, subject);
      if (typeof left === "string") return left === "yes" ? holds : fails;
      if (whole.some((one) => identityOf(subject) === identityOf(one))) return formula;
      return all(left.map((pair) => match(canonical(pair.subject), pair.pattern)));
    }
    case "not":
      return not(openPart(formula.operand, whole));
    case "all":
    case "any":
      return openGroup(formula.kind, formula.operands, whole);
  }
}

/** Only the operand that decides where there is one. */
function openGroup(
  kind: "all" | "any",
  operands: readonly Formula[],
  whole: readonly SymbolicString[],
): Formula {
  const deciding = kind === "any";
  const open: Formula[] = [];
  for (const operand of operands) {
    const left = openPart(operand, whole);
    if (left.kind === "constant" && left.value === deciding) return left;
    open.push(left);
  }
  return kind === "any" ? any(open) : all(open);
}

/** A symbol on its own is asked about so often that it has one string. */
function canonical(subject: SymbolicString): SymbolicString {
  const [only, ...others] = subject;
  return only?.kind === "symbol" && others.length === 0 ? alone(only) : subject;
}

const alone = perObject((symbol: StringSymbol): SymbolicString => [symbol]);
