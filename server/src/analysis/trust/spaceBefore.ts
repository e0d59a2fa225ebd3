/**
 * White space before the JSON of a policy. The AWS provider refuses it in `assume_role_policy`, and so does IAM ("JSON
 * strings must not have leading spaces"); versions of the provider from before October 2023 took it away.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/verify/validate.go
 */
import type { JsonSlip } from "../../base/jsonSlip.ts";
import type { Location } from "../../base/location.ts";
import { sliceLiteral } from "../../terraform/parts.ts";
import type { LiteralPart, StringPart } from "../../terraform/value.ts";
import type { ModuleView } from "../moduleView.ts";
import { splitLines } from "./literalLines.ts";

/** Undefined where there is none, or where it is not known how the text begins. */
export function spaceBefore(view: ModuleView, parts: readonly StringPart[]): JsonSlip | undefined {
  const [first] = parts;
  if (first?.kind !== "literal" || !/^[ \t\r\n]/.test(first.text)) return undefined;
  const spaces: LiteralPart[] = [];
  for (const part of splitLines(view, parts)) {
    const [space = ""] = part.kind === "literal" ? (/^[ \t\r\n]*/.exec(part.text) ?? []) : [];
    if (part.kind !== "literal" || space === "") break;
    spaces.push(sliceLiteral(part, 0, space.length));
    if (space.length < part.text.length) break;
  }
  return { kind: "space-before", at: placeOf(spaces), text: spaces.map(({ text }) => text).join("") };
}

/** From the first to the last, where they stand in one file. */
function placeOf(spaces: readonly LiteralPart[]): Location | undefined {
  const [first, last] = [spaces[0]?.origin, spaces.at(-1)?.origin];
  if (!first || last?.uri !== first.uri || last.span.end < first.span.start) return first;
  return { uri: first.uri, span: { start: first.span.start, end: last.span.end } };
}
