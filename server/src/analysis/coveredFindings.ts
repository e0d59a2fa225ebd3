/** Of several findings about one value, the one whose cure mends the others too. */
import type { Finding } from "./finding.ts";

/** Code → the codes that have said it better where they speak of the same place. */
const coveredBy: Readonly<Record<string, readonly string[]>> = {
  "duration-exceeds-role-maximum": ["duration-out-of-range"],
  "duration-exceeds-chaining-limit": ["duration-exceeds-role-maximum"],
  "trust-external-id-mismatch": ["trust-policy-invalid"],
  "trust-external-id-too-broad": ["trust-legacy-external-id"],
};

export function withoutCovered(findings: readonly Finding[]): readonly Finding[] {
  const all = new Set(findings.map(({ code, location }) => keyOf(code, location)));
  return findings.filter(
    ({ code, location }) => !coveredBy[code]?.some((other) => all.has(keyOf(other, location))),
  );
}

function keyOf(code: string, { uri, span }: Finding["location"]): string {
  return JSON.stringify([code, uri, span.start, span.end]);
}
