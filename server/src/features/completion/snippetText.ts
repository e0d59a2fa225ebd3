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
