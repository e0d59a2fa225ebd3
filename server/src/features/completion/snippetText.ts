/** Text in the syntax of LSP snippets: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#snippet_syntax */

/** Text that is inserted as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

export function tabStop(index: number): string {
  return `$${index}`;
}

export function placeholder(index: number, text: string): string {
  return text === "" ? `\${${index}}` : `\${${index}:${literal(text)}}`;
}

/** A list to choose from; the first is taken where the person does not care. */
export function choice(index: number, options: readonly string[]): string {
  const escaped = options.map((option) => option.replace(/[\\,|]/g, "\\$&"));
  return `\${${index}|${escaped.join(",")}|}`;
}

/** Text that is in the syntax of snippets already. */
export interface Snippet {
  readonly snippet: string;
}

/** Text with tab stops in it; everything but what is a snippet is inserted as it is. */
export function snippet(texts: TemplateStringsArray, ...parts: readonly (string | Snippet)[]): Snippet {
  const written = parts.map((part) => (typeof part === "string" ? literal(part) : part.snippet));
  return { snippet: texts.map((text, index) => literal(text) + (written[index] ?? "")).join("") };
}

/**
 * A tab stop with the text that it begins with. Where several are linked each says its text: for an editor without
 * snippets that is all that remains.
 */
export function stop(index: number, text: string): Snippet {
  return { snippet: placeholder(index, text) };
}

/** A list to choose from, where there is more than one. */
export function stopAmong(index: number, [first, ...others]: readonly [string, ...string[]]): Snippet {
  return others.length === 0 ? stop(index, first) : { snippet: choice(index, [first, ...others]) };
}
