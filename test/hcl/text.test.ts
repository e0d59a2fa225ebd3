/** Text as it comes: line ends, marks, odd characters. Offsets count UTF-16 code units throughout. */
import { describe, expect, test } from "vitest";
import { textOf } from "../../server/src/base/span.ts";
import { parse } from "../../server/src/hcl/parse.ts";
import { compare } from "./judge/compare.ts";
import { outline } from "./outline.ts";

/** Judged by HashiCorp's parser too: the verdict is not only ours. */
const accepted: readonly (readonly [name: string, text: string])[] = [
  ["an empty file", ""],
  ["white space alone", " \t\n\r\n"],
  ["a comment alone, without a line end", "# x"],
  ["CRLF", 'a = 1\r\nb {\r\n  c = "d"\r\n}\r\n'],
  ["a byte order mark", "\uFEFFa = 1\n"],
  ["tabs", "a\t=\t1\n"],
  ["no line end at the end", "a = 1"],
  ["emoji and combining characters in strings", 'a = "👩‍👩‍👧‍👦 años é"\n'],
  ["a NUL byte in a string", 'a = "\u0000"\n'],
  ["a NUL byte in a comment", "# \u0000\n"],
  ["identifiers in other scripts", "größe = 1\n名前 = 2\nимя = 3\nça-va_1 = 4\n"],
  ["an identifier beyond the basic plane", "𝒳 = 1\n"],
  ["identifiers with combining marks", "an\u0303os = 1\n"],
  ["numbers with many digits", "a = 3.14159265358979323846264338327950288419716939937510582097494459\n"],
  ["a line separator in a string", 'a = "\u2028"\n'],
];

const rejected: readonly (readonly [name: string, text: string])[] = [
  ["a NUL byte in code", "a = \u0000\n"],
  ["a lone carriage return", "a = 1\rb = 2\n"],
  ["a lone carriage return in a heredoc", "a = <<EOT\nx\ry\nEOT\n"],
  ["a byte order mark in the middle", "a = 1\n\uFEFFb = 2\n"],
  ["a no-break space", "a =\u00a01\n"],
  ["curly quotes", "a = “x”\n"],
  ["an identifier that begins with a digit", "1a = 1\n"],
  ["an emoji as an identifier", "😀 = 1\n"],
  ["two decimal points", "a = 1.2.3\n"],
  ["a carriage return in a string", 'a = "x\ry"\n'],
  ["an unpaired surrogate escape", 'a = "\\ud800"\n'],
  ["a heredoc whose marker ends the file", "a = <<EOT\nx\nEOT"],
];

describe("accepted", () => {
  test.each(accepted)("%s", async (_name, text) => {
    expect(parse(text).problems).toEqual([]);
    expect(await compare(text)).toMatchObject({ accepted: true });
  });
});

describe("rejected", () => {
  test.each(rejected)("%s", async (_name, text) => {
    expect(await compare(text)).toMatchObject({ accepted: false, verdictsAgree: true, linesAgree: true });
  });
});

test("spans behind emoji count code units", () => {
  const text = 'a = "😀"\nb = 1\n';
  const [, second] = parse(text).body.items;
  expect(second === undefined ? undefined : textOf(text, second)).toBe("b = 1");
});

test("a lone surrogate is a stray character in code and nothing special in a string", () => {
  expect(outline(parse('a = "\ud800"\nb = \udc00\n'))).toContain("! Invalid character");
  expect(parse('a = "\ud800"\n').problems).toEqual([]);
});
