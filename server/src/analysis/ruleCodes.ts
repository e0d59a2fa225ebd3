/** The codes of all findings, for settings that name them. */
import { nearest } from "../base/nearest.ts";
import { rules } from "./rules/table.ts";

export const ruleCodes: readonly string[] = ["syntax", ...rules.map(({ code }) => code)];

/** One sentence for each code that no finding has. */
export function unknownRules(settings: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(settings)
    .filter((code) => !ruleCodes.includes(code))
    .map((code) => {
      const meant = nearest(code, ruleCodes);
      const advice = meant === undefined ? "" : ` Did you mean ${meant}?`;
      return `The setting spaceliftAws.rules is ignored for ${JSON.stringify(code)}: there is no such rule.${advice}`;
    });
}
