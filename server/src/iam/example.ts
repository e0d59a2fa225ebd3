/** A string that a symbolic string may stand for. */
import { everyday, hasCharacter } from "./alphabet.ts";
import { instantiate, type StringSymbol, type SymbolicString } from "./symbolic.ts";

export function exampleOf(value: SymbolicString): string {
  return instantiate(value, exampleOfSymbol);
}

function exampleOfSymbol({ alphabet, minLength }: StringSymbol): string {
  const character = Array.from(everyday).find((one) => hasCharacter(alphabet, one)) ?? "";
  return character.repeat(minLength);
}
