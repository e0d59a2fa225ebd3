/** What becomes of text that is being typed: the damage stays within its line or its block. */
import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/hcl/parse.ts";
import { sampleTexts } from "./corpus.ts";
import { outline } from "./outline.ts";
import { damageKinds } from "./recovery/damage.ts";
import { measure, percent } from "./recovery/measure.ts";
import { ourOutline, treeSitterOutline, treeSitterParser } from "./recovery/outline.ts";

const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
  [
    "an attribute without a value",
    'r "x" {\n  name =\n  b = 1\n}\n',
    'r x {}\n  name = MissingExpression ""\n  b = NumberLiteral "1"\n! Invalid expression: "="',
  ],
  [
    "a name alone",
    'r "x" {\n  name\n  b = 1\n}\n',
    'r x {}\n  name MissingExpression ""\n  b = NumberLiteral "1"\n! Argument or block definition required: "name"',
  ],
  [
    "a half-typed reference",
    'r "x" {\n  arn = aws_iam_role.\n  b = 1\n}\n',
    'r x {}\n  arn = GetAttribute "aws_iam_role."\n  b = NumberLiteral "1"\n! Invalid attribute name: "."',
  ],
  [
    "a half-typed reference in a call that is left open",
    "r {\n  arn = f(aws_iam_role.\n  b = 1\n}\n",
    'r {}\n  arn = FunctionCall "f(aws_iam_role."\n  b = NumberLiteral "1"\n! Invalid attribute name: "."',
  ],
  [
    "an unclosed string",
    'r {\n  a = "abc\n  b = 1\n}\n',
    'r {}\n  a = Template "\\"abc"\n  b = NumberLiteral "1"\n! Invalid multi-line string: "\\"abc"',
  ],
  [
    "an unclosed interpolation",
    'r {\n  a = "x ${y"\n  b = 1\n}\n',
    'r {}\n  a = Template "\\"x ${y\\""\n  b = NumberLiteral "1"\n! Unclosed template interpolation sequence: "${"',
  ],
  [
    "an unclosed interpolation in an unclosed string",
    'r {\n  a = "x ${y\n}\nb = 1\n',
    'r {}\n  a = Template "\\"x ${y"\nb = NumberLiteral "1"\n! Invalid multi-line string: "\\"x ${y"\n! Unclosed template interpolation sequence: "${"',
  ],
  [
    "an unclosed list",
    "r {\n  a = [1,\n  b = 1\n}\n",
    'r {}\n  a = TupleConstructor "[1"\n  b = NumberLiteral "1"\n! Unterminated tuple constructor expression: "["',
  ],
  [
    "an unclosed object before an attribute and a block",
    "r {\n  a = {\n    x = 1\n  b = 1\n  c {\n  }\n}\n",
    'r {}\n  a = ObjectConstructor "{\\n    x = 1"\n  b = NumberLiteral "1"\n  c {}\n! Unterminated object constructor expression: "{"',
  ],
  [
    "an unclosed object that takes the brace of its block",
    "r {\n  a = {\n    x = 1\n}\n\ns {\n}\n",
    'r {}\n  a = ObjectConstructor "{\\n    x = 1"\ns {}\n! Unterminated object constructor expression: "{"',
  ],
  [
    "an unclosed heredoc",
    "r {\n  a = <<EOT\n  b = 1\n}\nc = 1\n",
    'r {}\n  a = Template "<<EOT"\n  b = NumberLiteral "1"\nc = NumberLiteral "1"\n! Unterminated template string: "<<EOT"',
  ],
  [
    "an interpolation left open in a heredoc",
    "a = <<EOT\nx ${y\nz\nEOT\nb = 1\n",
    'a = Template "<<EOT\\nx ${y\\nz\\nEOT"\nb = NumberLiteral "1"\n! Unclosed template interpolation sequence: "${"',
  ],
  [
    "a block begun above a finished one",
    'r "x" {\n\nr "y" {\n  a = 1\n}\n',
    'r x {\nr y {}\n  a = NumberLiteral "1"\n! Unclosed configuration block: "{"',
  ],
  [
    "a block begun inside, above another",
    "r {\n  a {\n    x = 1\n  b {\n  }\n}\ns {\n}\n",
    'r {}\n  a {\n    x = NumberLiteral "1"\n  b {}\ns {}\n! Unclosed configuration block: "{"',
  ],
  [
    "a block that ends with the text",
    "r {\n  a = 1\n",
    'r {\n  a = NumberLiteral "1"\n! Unclosed configuration block: "{"',
  ],
  [
    "a header whose brace is not typed yet",
    'r "x"\ns {\n}\n',
    'r x \ns {}\n! Invalid block definition: "\\""',
  ],
  [
    "a header that lost its brace keeps its body",
    'r "x"\n  a = 1\n  b {\n  }\n}\ns {\n}\n',
    'r x }\n  a = NumberLiteral "1"\n  b {}\ns {}\n! Invalid block definition: "\\""',
  ],
  [
    "a label whose quote is missing",
    'r "x {\n  a = 1\n}\n',
    'r x {}\n  a = NumberLiteral "1"\n! Invalid multi-line string: "\\"x"',
  ],
  [
    "a brace too much",
    "r {\n}\n}\ns {\n}\n",
    'r {}\n? "}"\ns {}\n! Argument or block definition required: "}"',
  ],
  [
    "merge conflict markers",
    "<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> other\nb = 1\n",
    'a = NumberLiteral "1"\na = NumberLiteral "2"\nb = NumberLiteral "1"\n! Merge conflict marker: "<<<<<<< HEAD"\n! Merge conflict marker: "======="\n! Merge conflict marker: ">>>>>>> other"',
  ],
  [
    "merge conflict markers in an object",
    "a = {\n  b = 1\n<<<<<<< HEAD\n  c = 1\n=======\n  c = 2\n>>>>>>> other\n}\n",
    'a = ObjectConstructor "{\\n  b = 1\\n<<<<<<< HEAD\\n  c = 1\\n=======\\n  c = 2\\n>>>>>>> other\\n}"\n! Merge conflict marker: "<<<<<<< HEAD"\n! Merge conflict marker: "======="\n! Merge conflict marker: ">>>>>>> other"',
  ],
  [
    "marker-like text in a heredoc is text",
    "a = <<EOT\n<<<<<<< HEAD\nEOT\n",
    'a = Template "<<EOT\\n<<<<<<< HEAD\\nEOT"',
  ],
  [
    "misindented text that is right",
    "r {\na = {\nb = 1\n}\n c {\n}\n  }\n",
    'r {}\n  a = ObjectConstructor "{\\nb = 1\\n}"\n  c {}',
  ],
];

describe("recovery", () => {
  test.each(cases)("%s", (_name, text, expected) => {
    expect(outline(parse(text))).toBe(expected);
  });
});

/** `npm run recovery` measures with more places, and says what was lost. */
describe("the items of a file outlive damage to another of them", async () => {
  const texts = sampleTexts().filter((text) => text.length > 0 && parse(text).problems.length === 0);
  const some = texts.filter((_, index) => texts.length < 100 || index % 5 === 0);
  // Few texts are damaged at more places each.
  const places = Math.max(2, Math.ceil(1000 / texts.length));
  const theirs = treeSitterOutline(await treeSitterParser());
  const aims = {
    "cut to the end of the line": 99.5,
    "cut to the end of the file": 97,
    "one unbalanced opener or closer": 97,
  };

  test.each(damageKinds)("%s", (kind) => {
    const kept = percent(measure(texts, kind, places, ourOutline));
    expect(kept).toBeGreaterThanOrEqual(aims[kind]);
    expect(kept).toBeGreaterThanOrEqual(percent(measure(some, kind, Math.ceil(places / 2), theirs)));
  });
});
