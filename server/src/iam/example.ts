/** A string that a symbolic string may stand for. */
import { sampleCharacters } from "./alphabet.ts";
import { instantiate, type StringSymbol, type SymbolicString } from "./symbolic.ts";

export function exampleOf(value: SymbolicString): string {
  return instantiate(value, exampleOfSymbol);
}

function exampleOfSymbol({ alphabet, minLength }: StringSymbol): string {
  const [character = ""] = sampleCharacters(alphabet, []);
  return character.repeat(minLength);
}
