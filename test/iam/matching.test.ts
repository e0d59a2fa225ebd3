/** Matching where a look at the ends or at the lengths decides. */
import { describe, expect, it } from "vitest";
import { alphabetOf } from "../../server/src/iam/alphabet.ts";
import { matches } from "../../server/src/iam/matching.ts";
import { likePattern, type PatternPart } from "../../server/src/iam/pattern.ts";
import { concat, type StringSymbol } from "../../server/src/iam/symbolic.ts";

const slug: StringSymbol = {
  kind: "symbol",
  id: "slug",
  label: "slug",
  alphabet: alphabetOf("a-z"),
  minLength: 1,
  maxLength: 4,
};
const text = (value: string): PatternPart => ({ kind: "text", text: value, quoted: false });
const nothing: PatternPart = { kind: "text", text: "", quoted: true };
const symbol: PatternPart = { kind: "symbol", symbol: slug, quoted: true };

describe("what a pattern does to a string", () => {
  it.each([
    ["nothing behind a symbol", [symbol, nothing], concat(slug), "yes"],
    ["nothing behind a wildcard", [text("a@*"), nothing], concat("a@", slug, "@read"), "yes"],
    ["nothing behind a symbol and more text", [symbol, nothing], concat(slug, "@read"), "no"],
    ["another end", [text("*@write")], concat(slug, "@read"), "no"],
    ["a longer end", [text("*x@read")], concat(slug, "@read"), "unknown"],
    ["a shorter end", [text("*read")], concat(slug, "@read"), "yes"],
    ["as long as the string can be", [text("a*b?d@read")], concat(slug, "@read"), "unknown"],
    ["longer than the string can be", [text("a*b?de@read")], concat(slug, "@read"), "no"],
  ] as const)("%s", (_, parts, subject, expected) => {
    expect(matches(likePattern(parts), subject)).toBe(expected);
  });
});
