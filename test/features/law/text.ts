/** Blocks of generated modules, as people write them: tidy, or not. */
import type { Random } from "../../hcl/judge/random.ts";

interface Item {
  readonly key: string;
  readonly value: string;
}

export type Body = readonly (Item | string | undefined)[];

/** How a module is written. */
export interface Style {
  readonly tidy: boolean;
  readonly indent: string;
  readonly lineBreak: string;
}

export function styleFrom(random: Random): Style {
  const tidy = !random.oneIn(4);
  return {
    tidy,
    indent: tidy ? "  " : random.pick(["  ", "    ", "\t", " "]),
    lineBreak: random.oneIn(15) ? "\r\n" : "\n",
  };
}

/** A block; strings in the body are whole lines, such as comments and nested blocks. Aligned where it is tidy. */
export function block(style: Style, header: string, body: Body): string {
  const items = body.filter((item) => item !== undefined);
  if (items.length === 0) return `${header} {}`;
  return `${header} {\n${bodyText(style, items)}\n}`;
}

function bodyText({ tidy, indent }: Style, items: readonly (Item | string)[]): string {
  const lines: string[] = [];
  let group: Item[] = [];
  const flush = (): void => {
    const width = tidy ? Math.max(0, ...group.map(({ key }) => key.length)) : 0;
    for (const { key, value } of group) lines.push(`${indent}${key.padEnd(width)} = ${value}`);
    group = [];
  };
  for (const item of items) {
    if (typeof item === "string") {
      flush();
      lines.push(item === "" ? "" : indented(item, indent));
    } else if (item.value.includes("\n")) {
      flush();
      lines.push(`${indent}${item.key} = ${indentRest(item.value, indent)}`);
    } else {
      group.push(item);
    }
  }
  flush();
  return lines.join("\n");
}

function indented(text: string, indent: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : indent + line))
    .join("\n");
}

/** The text of a heredoc stays where it is. */
function indentRest(text: string, indent: string): string {
  if (text.startsWith("<<")) return text;
  return text
    .split("\n")
    .map((line, index) => (index === 0 || line === "" ? line : indent + line))
    .join("\n");
}

export function set(key: string, value: string | undefined): Item | undefined {
  return value === undefined ? undefined : { key, value };
}
