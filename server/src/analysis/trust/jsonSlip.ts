/** What makes the text of a policy no JSON, where it is a single slip: a comma before a closing bracket. */
import type { Location } from "../../base/location.ts";
import type { Template } from "../../hcl/ast.ts";
import { pathAt } from "../../hcl/walk.ts";
import { replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { fileAt } from "./elsewhere.ts";

/** The commas; none where something else is wrong. */
export function strayCommas(view: ModuleView, origin: Location | undefined): readonly Location[] {
  const file = origin && fileAt(view, origin.uri);
  if (!file) return [];
  const template = pathAt(file.syntax, origin.span.start + 1).find(
    (node): node is Template => node.kind === "Template" && node.heredoc !== undefined,
  );
  if (!template?.close) return [];
  const start = template.open.end;
  const text = file.syntax.text.slice(start, template.close.start);
  const places = commasBeforeBrackets(text);
  const mended = [...text].map((character, index) => (places.includes(index) ? " " : character)).join("");
  if (!isJson(mended)) return [];
  return places.map((at) => ({ uri: file.uri, span: { start: start + at, end: start + at + 1 } }));
}

/** One fix for all of them. */
export function withoutCommas(places: readonly Location[]): readonly Fix[] {
  const [first] = places;
  if (!first) return [];
  const edits = places.map(({ span }) => replace(span, ""));
  return [{ title: "Remove the comma", edits: [{ uri: first.uri, edits }], preferred: true }];
}

function commasBeforeBrackets(text: string): readonly number[] {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"]/g)];
  return tokens.flatMap((token, index) =>
    token[0] === "," && /^[}\]]$/.test(tokens[index + 1]?.[0] ?? "") ? [token.index] : [],
  );
}

/** Interpolations stand inside strings. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replaceAll(/\$\{[^}]*\}/g, "x"));
    return true;
  } catch {
    return false;
  }
}
