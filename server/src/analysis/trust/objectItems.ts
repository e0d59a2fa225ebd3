/** Takes items out of objects, with their lines where nothing else stands on them. */
import type { ObjectConstructor, ObjectItem } from "../../hcl/ast.ts";
import type { TextEdit } from "../../base/textEdit.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import { closedUp } from "../alignment.ts";
import { replace } from "../edits.ts";
import { beginsLine, lineStartOf } from "./lineOf.ts";

export function removeObjectItem(
  file: ModuleFile,
  object: ObjectConstructor,
  item: ObjectItem,
  isText: boolean,
): readonly TextEdit[] {
  const { text } = file.syntax;
  const line = isText ? undefined : ownLines(file, item);
  if (line) return [replace(line, ""), ...closedUp(text, object, item)];
  const index = object.items.indexOf(item);
  const [previous, next] = [object.items[index - 1], object.items[index + 1]];
  const span = next
    ? { start: item.start, end: next.start }
    : { start: previous?.end ?? item.start, end: item.end };
  return [replace(span, "")];
}

/** The lines of the item, with a comma and a comment behind it. */
function ownLines(file: ModuleFile, { start, end }: ObjectItem): { start: number; end: number } | undefined {
  const rest = /^[ \t]*,?[ \t]*((#|\/\/).*)?(\r?\n|$)/.exec(file.syntax.text.slice(end));
  return rest && beginsLine(file, start)
    ? { start: lineStartOf(file, start), end: end + rest[0].length }
    : undefined;
}
