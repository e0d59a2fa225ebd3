/** Where comments are, and whether a cursor is in one. */
import { describe, expect, it } from "vitest";
import { commentsOf, isInComment } from "../../server/src/hcl/comments.ts";
import { parse } from "../../server/src/hcl/parse.ts";

describe("comments", () => {
  it.each([
    ["a = 1 # x\n// y\n/* z\n*/ b = 2\n", ["# x", "// y", "/* z\n*/"]],
    ["a = 1 # x\r\nb = 2\r\n", ["# x"]],
    [`a = "# no" # yes\nb "l#" {\n}\n`, ["# yes"]],
    ["a = <<EOT\n# no\nEOT\n# yes\n", ["# yes"]],
    ["a = 1 /* no end\nb = 2\n", ["/* no end"]],
  ])("of %j", (text, expected) => {
    expect(commentsOf(parse(text)).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe("a cursor", () => {
  it.each([
    ["a = 1 # x|\n", true],
    ["a = 1 #|\n", true],
    ["a = 1 |# x\n", false],
    ["a = 1 # x\n|b = 2\n", false],
    ["a = 1 # x\r|\n", false],
    ["/* x |*/ a = 1\n", true],
    ["/* x */| a = 1\n", false],
    ["/* x|", true],
    [`a = "# x|"\n`, false],
    [`a = "x" # "y|"\n`, true],
    ["a = [\n  # x|\n]\n", true],
    ["a {\n  # x|", true],
  ])("in %j: %s", (marked, expected) => {
    const offset = marked.indexOf("|");
    expect(isInComment(parse(marked.replace("|", "")), offset)).toBe(expected);
  });
});
