/** What may stand as the value of an attribute of the family: references that fit, then literals by meaning. */
import { inWords, commonDurations } from "../../spacelift/durations.ts";
import { regions } from "../../spacelift/regions.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import type { Expectation } from "./expectation.ts";
import { insertExpression, insertLiteralText } from "./insertion.ts";
import { labelValueItems } from "./labelValues.ts";
import type { ValuePlace } from "./place.ts";
import { referenceFits, type Fit } from "./referenceFits.ts";
import { dependentsOfBlock, roleArnItems } from "./roleArns.ts";

export function valueItems(
  context: CompletionContext,
  place: ValuePlace,
  expected: Expectation,
): readonly CompletionItem[] {
  const { attribute } = expected;
  const references = attribute.refersTo ? fitItems(context, place, attribute.refersTo) : [];
  return [...references, ...literalItems(context, place, expected)];
}

function fitItems(
  context: CompletionContext,
  place: ValuePlace,
  referent: NonNullable<Expectation["attribute"]["refersTo"]>,
): readonly CompletionItem[] {
  const [block] = place.blocks;
  if (!block) return [];
  const cyclic = referent === "roleArn" ? dependentsOfBlock(context.module, block) : new Set<string>();
  return referenceFits(context.view, referent, block).map((fit, index) => ({
    kind: "reference",
    label: fitLabel(fit),
    detail: cyclic.has(fit.declaration.address) ? "would make a cycle" : fit.detail,
    documentation: declaredIn(fit),
    rank: (cyclic.has(fit.declaration.address) ? 400 : 0) + index,
    ...insertExpression(place, context.text, context.offset, fitLabel(fit), fitSnippet(fit)),
  }));
}

export function fitLabel({ before, index, after }: Fit): string {
  return before + index.label + after;
}

export function fitSnippet({ before, index, after }: Fit): string {
  return before + index.snippet + after;
}

function declaredIn({ declaration }: Fit): string {
  const file = declaration.file.uri.slice(declaration.file.uri.lastIndexOf("/") + 1);
  return `Declared in \`${decodeURIComponentSafely(file)}\`.`;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function literalItems(
  context: CompletionContext,
  place: ValuePlace,
  { schema, attribute, element }: Expectation,
): readonly CompletionItem[] {
  if (attribute.type.kind === "bool") return boolItems(context, place, attribute.default);
  if (attribute.refersTo === "spaceId") return spaceItems(context, place);
  switch (attribute.meaning) {
    case "region":
      return regionItems(context, place);
    case "duration":
      return durationItems(context, place, attribute.default);
    case "labels":
      return element || place.quote
        ? labelValueItems(context, place, schema)
        : labelValueItems(context, place, schema).map(inBrackets);
    case "roleArn":
      return roleArnItems(context, place);
    default:
      return [];
  }
}

/** One label as the whole list. */
function inBrackets(item: CompletionItem): CompletionItem {
  return { ...item, snippet: `${item.snippet.replace('"', '["')}]` };
}

function boolItems(
  { text, offset }: CompletionContext,
  place: ValuePlace,
  usual: unknown,
): readonly CompletionItem[] {
  return ["true", "false"].map((label) => ({
    kind: "value",
    label,
    detail: String(usual) === label ? "default" : "",
    documentation: "",
    rank: String(usual) === label ? 101 : 100,
    ...insertExpression(place, text, offset, label, label),
  }));
}

function durationItems(
  { text, offset }: CompletionContext,
  place: ValuePlace,
  usual: unknown,
): readonly CompletionItem[] {
  return commonDurations.map((seconds, index) => ({
    kind: "value",
    label: String(seconds),
    detail: inWords(seconds) + (seconds === usual ? ", the default" : ""),
    documentation: seconds > 3600 ? onlyByWorkers : "",
    rank: 100 + index,
    ...insertExpression(place, text, offset, String(seconds), String(seconds)),
  }));
}

const onlyByWorkers =
  "More than one hour needs a role with a longer `max_session_duration`, and works only where your private " +
  "worker assumes the role: Spacelift itself is limited to one hour.";

function regionItems({ text }: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  return regions.map(({ name, title }, index) => ({
    kind: "value",
    label: name,
    detail: title,
    documentation: "",
    rank: 100 + index,
    ...insertLiteralText(place, text, name),
  }));
}

/** https://docs.spacelift.io/concepts/spaces */
function spaceItems({ text }: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  const known = [
    ["root", "The space above all others"],
    ["legacy", "Where things from before spaces are"],
  ] as const;
  return known.map(([label, detail], index) => ({
    kind: "value",
    label,
    detail,
    documentation: "",
    rank: 200 + index,
    ...insertLiteralText(place, text, label),
  }));
}
