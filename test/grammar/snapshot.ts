/**
 * The snapshot of a tokenised file: each line after `>`, and under it a row for every token that has a scope
 * to tell. The root's scope and `meta` scopes are left out; `…` stands for the template around an interpolation.
 */
import type { Line, Token } from "./tokenise.ts";

export function renderSnapshot(lines: readonly Line[]): string {
  return lines.flatMap((line) => [`>${line.text}`, ...line.tokens.flatMap(renderToken)]).join("\n") + "\n";
}

function renderToken(token: Token): readonly string[] {
  const scopes = tellingScopes(token);
  if (scopes.length === 0 || token.text.trim() === "") return [];
  return [` ${" ".repeat(token.start)}${"^".repeat(token.text.length)} ${scopes.join(" ")}`];
}

function tellingScopes(token: Token): readonly string[] {
  const embedded = token.scopes.findLastIndex((scope) => /^meta\.(interpolation|directive)\./.test(scope));
  const inner = token.scopes.slice(Math.max(embedded, 0) + 1).filter(isTelling);
  return embedded > 0 ? ["…", ...inner] : inner;
}

function isTelling(scope: string): boolean {
  return scope === "meta.external-id" || !scope.startsWith("meta.");
}
