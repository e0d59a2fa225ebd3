/** The tree in a few words, one line for each item of a body, so that a test can say what it expects. */
import type { BodyItem, Expression, SourceFile } from "../../server/src/hcl/ast.ts";
import { textOf } from "../../server/src/base/span.ts";

/** The items, indented by depth, then the problems with the text that each of them marks. */
export function outline(file: SourceFile): string {
  const items = file.body.items.flatMap((item) => itemLines(file, item, ""));
  const problems = file.problems.map(
    (told) => `! ${told.summary}: ${JSON.stringify(textOf(file.text, told))}`,
  );
  return [...items, ...problems].join("\n");
}

function itemLines(file: SourceFile, item: BodyItem, indent: string): readonly string[] {
  switch (item.kind) {
    case "Attribute":
      return [
        `${indent}${item.name.name} ${item.equals === undefined ? "" : "= "}${valueWord(file, item.value)}`,
      ];
    case "Block": {
      const labels = item.labels.map((label) => ` ${label.value}`).join("");
      const braces = (item.open === undefined ? "" : "{") + (item.close === undefined ? "" : "}");
      const below = item.body.items.flatMap((inner) => itemLines(file, inner, `${indent}  `));
      return [`${indent}${item.type.name}${labels} ${braces}`, ...below];
    }
    case "BogusItem":
      return [`${indent}? ${JSON.stringify(textOf(file.text, item))}`];
  }
}

function valueWord(file: SourceFile, value: Expression): string {
  return `${value.kind} ${JSON.stringify(textOf(file.text, value))}`;
}
