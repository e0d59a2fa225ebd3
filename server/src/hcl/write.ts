/**
 * Writes bodies and expressions as `terraform fmt` would: two spaces, and equals signs aligned among neighbouring
 * one-line items. https://developer.hashicorp.com/terraform/language/style
 */

/** An expression to be written. Text is taken as it is: quote strings with `quote` or write templates yourself. */
export type Written =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly elements: readonly Written[] }
  | { readonly kind: "object"; readonly entries: readonly WrittenEntry[]; readonly inline?: boolean }
  | { readonly kind: "for"; readonly header: string; readonly body: Written }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Written[] };

export interface WrittenEntry {
  /** As it stands in the text, with quotes where the key needs them. */
  readonly key: string;
  readonly value: Written;
}

/** A block in a body; an empty line is put before it unless it comes first. */
export interface WrittenBlock {
  readonly block: string;
  readonly items: readonly WrittenItem[];
}

/** An item of a body; an empty line is kept between two groups. */
export type WrittenItem = WrittenEntry | WrittenBlock | "blank";

export function text(value: string): Written {
  return { kind: "text", text: value };
}

export function list(elements: readonly Written[]): Written {
  return { kind: "list", elements };
}

export function object(entries: Readonly<Record<string, Written | undefined>>): Written {
  return {
    kind: "object",
    entries: Object.entries(entries).flatMap(([key, value]) => (value ? [{ key: keyText(key), value }] : [])),
  };
}

/** `{ key = value }` on one line. */
export function inlineObject(entries: Readonly<Record<string, string>>): Written {
  const written = Object.entries(entries).map(([key, value]) => ({ key: keyText(key), value: text(value) }));
  return { kind: "object", entries: written, inline: true };
}

/** `[for header : body]` over several lines; `header` is `key, value in collection`. */
export function forList(header: string, body: Written): Written {
  return { kind: "for", header, body };
}

export function call(name: string, args: readonly Written[]): Written {
  return { kind: "call", name, args };
}

/** A block with its body, without a line break at the end. */
export function writeBlock(header: string, items: readonly WrittenItem[]): string {
  return writeBlockLines({ block: header, items }, 0).join("\n");
}

/** The lines of a block that is indented by `depth` steps. */
export function writeBlockLines({ block, items }: WrittenBlock, depth: number): readonly string[] {
  if (items.length === 0) return [`${indent(depth)}${block} {}`];
  return [`${indent(depth)}${block} {`, ...writeItems(items, depth + 1), `${indent(depth)}}`];
}

/** The expression as it continues a line that is indented by `depth` steps; later lines carry their indentation. */
export function writeExpression(value: Written, depth: number): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "list":
      return writeList(value.elements, depth);
    case "object":
      return writeObject(value.entries, value.inline ?? false, depth);
    case "for":
      return `[\n${indent(depth + 1)}for ${value.header} : ${writeExpression(value.body, depth + 1)}\n${indent(depth)}]`;
    case "call":
      return writeCall(value.name, value.args, depth);
  }
}

/** A single argument hugs the parentheses; several get a line each. */
function writeCall(name: string, args: readonly Written[], depth: number): string {
  const [only, ...others] = args;
  if (only === undefined) return `${name}()`;
  if (others.length === 0) return `${name}(${writeExpression(only, depth)})`;
  const lines = args.map((argument) => `${indent(depth + 1)}${writeExpression(argument, depth + 1)},`);
  return `${name}(\n${lines.join("\n")}\n${indent(depth)})`;
}

function writeObject(entries: readonly WrittenEntry[], inline: boolean, depth: number): string {
  if (entries.length === 0) return "{}";
  if (!inline) return `{\n${writeItems(entries, depth + 1).join("\n")}\n${indent(depth)}}`;
  return `{ ${entries.map(({ key, value }) => `${key} = ${writeExpression(value, depth)}`).join(", ")} }`;
}

/** One line for a single short element, a line for each otherwise. */
function writeList(elements: readonly Written[], depth: number): string {
  const written = elements.map((element) => writeExpression(element, depth + 1));
  const [only] = written;
  if (only === undefined) return "[]";
  if (written.length === 1 && elements[0]?.kind === "text" && !only.includes("\n")) return `[${only}]`;
  const lines = written.map((element) => `${indent(depth + 1)}${element},`);
  return `[\n${lines.join("\n")}\n${indent(depth)}]`;
}

/** The lines of a body's or an object's items. */
function writeItems(items: readonly WrittenItem[], depth: number): readonly string[] {
  const lines: string[] = [];
  let group: { readonly key: string; readonly value: string }[] = [];
  const flush = (): void => {
    const width = Math.max(0, ...group.map(({ key }) => key.length));
    for (const { key, value } of group) lines.push(`${indent(depth)}${key.padEnd(width)} = ${value}`);
    group = [];
  };
  for (const item of items) {
    if (item === "blank") {
      flush();
      lines.push("");
      continue;
    }
    if ("block" in item) {
      flush();
      if (lines.length > 0 && lines.at(-1) !== "") lines.push("");
      lines.push(...writeBlockLines(item, depth));
      continue;
    }
    const value = writeExpression(item.value, depth);
    if (value.includes("\n")) {
      flush();
      lines.push(`${indent(depth)}${item.key} = ${value}`);
    } else {
      group.push({ key: item.key, value });
    }
  }
  flush();
  return lines;
}

function keyText(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? key : JSON.stringify(key);
}

function indent(depth: number): string {
  return "  ".repeat(depth);
}
