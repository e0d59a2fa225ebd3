/** Edits to the literals that a policy is made of, wherever they stand: in HCL, in a local, in JSON text. */
import type { Location } from "../../base/location.ts";
import { replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { fileAt } from "./elsewhere.ts";

/** What is written at the place; undefined where the module has no such file. */
export function writtenAt(view: ModuleView, { uri, span }: Location): string | undefined {
  return fileAt(view, uri)?.syntax.text.slice(span.start, span.end);
}

/** The text of a literal without its quotes. */
export function insideAt(view: ModuleView, location: Location): string | undefined {
  return writtenAt(view, location)?.replace(/^"(.*)"$/s, "$1");
}

/** True where a quoted string or text inside JSON stands, and not an expression or a heredoc. */
function isLiteralAt(view: ModuleView, location: Location): boolean {
  const written = writtenAt(view, location);
  if (written === undefined || written.includes("\n")) return false;
  return /^".*"$/s.test(written) || isInsideText(view, location);
}

/** Puts other text between the quotes. */
export function rewrite(view: ModuleView, location: Location, title: string, inside: string): readonly Fix[] {
  const written = writtenAt(view, location);
  if (written === undefined || !isLiteralAt(view, location)) return [];
  const newText = written.startsWith('"') ? `"${inside}"` : inside;
  if (newText === written) return [];
  return [
    { title, edits: [{ uri: location.uri, edits: [replace(location.span, newText)] }], preferred: true },
  ];
}

/** True in a file of the module itself, where its names mean what they mean in a rule. */
export function isOwn({ module }: ModuleView, { uri }: Pick<Location, "uri">): boolean {
  return module.files.some((file) => file.uri === uri);
}

/** Puts an expression in the place of a literal; not inside text, and not where its names mean something else. */
export function replaceExpression(
  view: ModuleView,
  location: Location,
  title: string,
  expression: string,
): readonly Fix[] {
  if (!isOwn(view, location) || isInsideText(view, location)) return [];
  if (!/^".*"$/s.test(writtenAt(view, location) ?? "")) return [];
  return [
    { title, edits: [{ uri: location.uri, edits: [replace(location.span, expression)] }], preferred: true },
  ];
}

/** JSON inside a string or a heredoc: quotes stand around the place, or are escaped. */
function isInsideText(view: ModuleView, { uri, span }: Location): boolean {
  const text = fileAt(view, uri)?.syntax.text ?? "";
  return text[span.start - 1] === '"' && text[span.end] !== undefined && /["\\]/.test(text[span.end] ?? "");
}

/** Gives a key another name; it may stand without quotes, as the key of an object. */
export function rewriteKey(
  view: ModuleView,
  location: Location,
  title: string,
  name: string,
): readonly Fix[] {
  if (isLiteralAt(view, location)) return rewrite(view, location, title, name);
  if (!/^[\w:]+$/.test(writtenAt(view, location) ?? "")) return [];
  const edit = replace(location.span, /^\w+$/.test(name) ? name : `"${name}"`);
  return [{ title, edits: [{ uri: location.uri, edits: [edit] }], preferred: true }];
}
