/** What keeps a text from being JSON, and where. */
import { describe, expect, it } from "vitest";
import type { JsonSlip } from "../../../server/src/base/jsonSlip.ts";
import { slipInJson } from "../../../server/src/terraform/formats/jsonDecode.ts";
import { literalPart, type StringPart } from "../../../server/src/terraform/value.ts";
import { randomFrom } from "../../hcl/judge/random.ts";

const uri = "file:///main.tf";

/** `<x>` stands for the symbol x; offsets are those of the text with it. */
function partsOf(text: string): readonly StringPart[] {
  return [...text.matchAll(/<(\w+)>|[^<]+|</g)].map(({ 0: all, 1: id, index }): StringPart => {
    const at = { uri, span: { start: index, end: index + all.length } };
    if (id === undefined) return literalPart(all, at);
    const reason = { kind: "known after apply", subject: id, at } as const;
    return { kind: "symbol", symbol: { id, type: { kind: "string" } }, reason, origin: at };
  });
}

function slipIn(text: string): JsonSlip | undefined {
  return slipInJson(partsOf(text));
}

describe("a slip", () => {
  it.each<[JsonSlip["kind"], string, string]>([
    ["comma-missing", '{ "a": "b" "c": 1 }', '"b"'],
    ["comma-missing", '{ "a": [1 2] }', "1"],
    ["comma-missing", '{ "a": {\n} "b": 1 }', "}"],
    ["comma-too-many", '{ "a": 1, }', ","],
    ["comma-too-many", "[1, 2, ]", ","],
    ["quote-open", '{ "a": "b,\n "c": 1 }', '"b,'],
    ["bracket-open", '{ "a": [1 }', "["],
    ["bracket-open", '{ "a": { "b": 1 }', "{"],
    ["bracket-open", '{ "a": 1,', "{"],
    ["unreadable", "{ 'a': 1 }", "'a': 1 }"],
    ["colon-missing", '{ "a" = 1 }', '"'],
    ["colon-missing", '{ "a" { "b": 1 } }', '"'],
    ["unreadable", '{ "a": True }', "True"],
    ["unreadable", '{ // who\n "a": 1 }', "// who"],
    ["unreadable", '{ "a": "\\x" }', '"\\x" }'],
  ])("is a %s in %s", (kind, text, offending) => {
    const slip = slipIn(text);
    expect(slip).toMatchObject({ kind, text: offending });
    expect(text.slice(slip?.at?.span.start, slip?.at?.span.end)).toBe(offending);
  });

  it.each(['{ "a": "<id>" "b": 1 }', '{ "a": "x<id>@<slug>", }', '{ "<id>": 1, "b": [ }'])(
    "is found behind what is not known inside of a string: %s",
    (text) => expect(slipIn(text)).toBeDefined(),
  );

  it.each([
    '{ "a": <value> "b": 1 }',
    '{ "a": "b" <more> }',
    '{ "a": [<first> 2] }',
    '{ "a": "b<rest>\n }',
    "{ <all> ",
    '{ "a": <value>, }',
    '{ "a": -<number> }',
    '{ "a": 1<number> }',
    '{ "a": 1.<number> }',
    '{ "a": 1e<number> }',
    '{ "a": tr<ue> }',
  ])("is not told where it depends on what is not known: %s", (text) => {
    expect(slipIn(text)).toBeUndefined();
  });

  it("is in each text that JavaScript refuses, and in no other", () => {
    const { below, oneIn } = randomFrom(7);
    const sample = '{"a": ["b", 12, {"c": null}], "d": {}, "e": "f\\n", "g": [true, []]}';
    let refused = 0;
    for (let count = 0; count < 5000; count++) {
      const start = below(sample.length);
      const added = oneIn(2) ? "" : sample.charAt(below(sample.length));
      const text = sample.slice(0, start) + added + sample.slice(start + below(3));
      if (isJson(text)) expect(slipIn(text)).toBeUndefined();
      else if (!isFollowedByBracket(text)) expect(slipIn(text), text).toBeDefined();
      refused += isJson(text) ? 0 : 1;
    }
    expect(refused).toBeGreaterThan(1000);
  });
});

/** Terraform minds no closing bracket behind the end, nor what follows it. */
function isFollowedByBracket(text: string): boolean {
  return Array.from(text).some((character, end) => /[}\]]/.test(character) && isJson(text.slice(0, end)));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
