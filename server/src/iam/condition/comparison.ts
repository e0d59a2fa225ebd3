/** Operators that compare what strings mean: they decide only where both strings are known as a whole. */
import { fails, holds, type Formula } from "../formula.ts";
import { textOfParts } from "../pattern.ts";
import { identityOf, knownText, symbolsIn } from "../symbolic.ts";
import type { ConditionOperator } from "./operator.ts";

/** An operator over what `read` makes of both strings; one that cannot be read matches nothing. */
export function comparison<T>(
  name: string,
  read: (text: string) => T | undefined,
  agree: (actual: T, wanted: T) => boolean,
): ConditionOperator {
  const compareTexts = (actual: string, wanted: string): Formula => {
    const [a, b] = [read(actual), read(wanted)];
    return a !== undefined && b !== undefined && agree(a, b) ? holds : fails;
  };
  return {
    name,
    negated: false,
    variables: false,
    compare: (wantedParts) => (actual) => {
      const wanted = textOfParts(wantedParts);
      const [actualText, wantedText] = [knownText(actual), knownText(wanted)];
      if (actualText === undefined || wantedText === undefined) {
        const symbols = [...symbolsIn(actual), ...symbolsIn(wanted)];
        const identity = `${name}: ${identityOf(actual)}, ${identityOf(wanted)}`;
        return { kind: "open", identity, cause: { kind: "symbols", symbols } };
      }
      return compareTexts(actualText, wantedText);
    },
  };
}
