/**
 * The values of heredocs held against HashiCorp's: indentation, escapes, and the trimming of `~`, which
 * reaches no further than the line. The judge prints a heredoc as a template, sequences included.
 */
import { expect, test } from "vitest";
import type { TemplatePart, Trim } from "../../server/src/hcl/ast.ts";
import { parse } from "../../server/src/hcl/parse.ts";
import { judge } from "./judge/hashicorp.ts";
import { randomFrom } from "./judge/random.ts";

const lines = [
  "a",
  "  b",
  "    c",
  "",
  "  ",
  "\t",
  "${x}",
  "  ${x}",
  "${~ x}",
  "${x ~}",
  "  ${~ x ~} d",
  "$",
  "  $${y}",
  "  %{ if x ~}\n e\n %{ endif }",
  "\u2003e",
  "    %{~ if x }q%{ else ~}  z%{ endif }",
  "  f %{ if x }  g %{ endif } h",
  "    ${x}${x ~}   ",
] as const;

interface Sequence extends Trim {
  readonly written: string;
}

/** The parts in the order of the text: literal strings and sequences. */
function flattened(parts: readonly TemplatePart[]): readonly (string | Sequence)[] {
  return parts.flatMap((part): readonly (string | Sequence)[] => {
    switch (part.kind) {
      case "TemplateLiteral":
        return [part.value];
      case "TemplateInterpolation":
        return [{ written: "${x}", trimStart: part.trimStart, trimEnd: part.trimEnd }];
      case "TemplateIf": {
        const otherwise = part.elseTag && [sequence("%{else}", part.elseTag), ...flattened(part.otherwise)];
        const then = flattened(part.then);
        return [
          sequence("%{if x}", part.ifTag),
          ...then,
          ...(otherwise ?? []),
          sequence("%{endif}", part.endTag),
        ];
      }
      case "TemplateFor":
        return [];
    }
  });
}

function sequence(written: string, tag: Trim | undefined): Sequence {
  return { written, trimStart: tag?.trimStart ?? false, trimEnd: tag?.trimEnd ?? false };
}

function rendered(parts: readonly TemplatePart[]): string {
  const flat = flattened(parts);
  return flat
    .map((part, index) => {
      if (typeof part !== "string") return part.written;
      const before = flat[index - 1];
      const after = flat[index + 1];
      let text = part;
      if (typeof before === "object" && before.trimEnd) text = trimmedFirstLine(text);
      if (typeof after === "object" && after.trimStart) text = trimmedLastLine(text);
      return text.replaceAll(/([$%])(?=\{)/g, "$1$1");
    })
    .join("");
}

function trimmedFirstLine(text: string): string {
  const feed = text.indexOf("\n");
  const end = feed < 0 ? text.length : feed + 1;
  return text.slice(0, end).trimStart() + text.slice(end);
}

function trimmedLastLine(text: string): string {
  const start = text.slice(0, -1).lastIndexOf("\n") + 1;
  return text.slice(0, start) + text.slice(start).trimEnd();
}

function heredoc(seed: number): string {
  const random = randomFrom(seed);
  const body = Array.from({ length: 1 + random.below(5) }, () => `${random.pick(lines)}\n`).join("");
  return `a = <<${random.pick(["-", "-", ""])}EOT\n${body}  EOT\n`;
}

test("heredocs say what they say to HashiCorp's parser", async () => {
  const wrong: unknown[] = [];
  for (let seed = 0; seed < 1500; seed++) {
    const text = heredoc(seed);
    const [item] = parse(text).body.items;
    const judgement = await judge(text);
    if (item?.kind !== "Attribute" || item.value.kind !== "Template")
      throw new Error(`no heredoc in ${text}`);
    const ours = { a: rendered(item.value.parts) };
    if (JSON.stringify(judgement?.json) !== JSON.stringify(ours))
      wrong.push({ text, ours, theirs: judgement?.json });
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});
