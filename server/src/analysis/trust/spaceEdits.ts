/** Takes away the white space before the JSON of a policy. */
import type { Location } from "../../base/location.ts";
import type { Template } from "../../hcl/ast.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import { fixIn, replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { fileAt } from "./elsewhere.ts";
import { nodesAt } from "./nodesAt.ts";

/** Nothing where the white space does not stand in the source. */
export function withoutSpaceBefore(view: ModuleView, origin: Location): readonly Fix[] {
  const file = fileAt(view, origin.uri);
  const { start, end } = origin.span;
  if (!file || !/^(?:\\[nrt]|\s)+$/.test(file.syntax.text.slice(start, end))) return [];
  const heredoc = nodesAt(view, origin)?.path.find(
    (node): node is Template => node.kind === "Template" && node.heredoc !== undefined,
  );
  const indented = heredoc ? asIndented(file, heredoc) : [];
  const removed = fixIn(file, "Remove the white space", [replace(origin.span, "")], indented.length === 0);
  return [...indented, removed];
}

/** `<<-` instead of `<<`, where no line is indented less than the first. */
function asIndented(file: ModuleFile, { heredoc, open, close }: Template): readonly Fix[] {
  if (!heredoc || heredoc.indented || !close) return [];
  const lines = file.syntax.text.slice(open.end, close.start).split("\n").slice(1, -1);
  const [first = 0, ...others] = lines.map((line) => /^ */.exec(line)?.[0].length ?? 0);
  if (first === 0 || /^ *\r?$/.test(lines[0] ?? "") || others.some((indent) => indent < first)) return [];
  const behind = { start: open.start + 2, end: open.start + 2 };
  return [fixIn(file, `Write <<-${heredoc.marker}`, [replace(behind, "-")])];
}
