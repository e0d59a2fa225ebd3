/** Takes an action out of a statement's list and gives it a statement of its own. */
import type { TupleConstructor } from "../../hcl/ast.ts";
import { pathAt } from "../../hcl/walk.ts";
import type { Statement, Text } from "../../iam/policy.ts";
import { knownText } from "../../iam/symbolic.ts";
import { mergeEdits } from "../edits.ts";
import type { FileEdits, Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { addStatementAfter, writtenStatement } from "./statementEdits.ts";

export function splitAction(
  view: ModuleView,
  statement: Statement,
  action: Text,
  principal: string,
): readonly Fix[] {
  const written = writtenStatement(view, statement);
  const removal = removeFromList(view, action);
  const name = knownText(action.value);
  if (!written || !removal || name === undefined) return [];
  return addStatementAfter(written, "Split the statement", { action: name, principal }).map((fix) => ({
    ...fix,
    edits: mergeEdits([removal, ...fix.edits]),
  }));
}

/** Undefined where the action does not stand in a list beside others. */
function removeFromList(view: ModuleView, { origin }: Text): FileEdits | undefined {
  const file = origin && view.module.files.find(({ uri }) => uri === origin.uri);
  const path = file && pathAt(file.syntax, origin.span.start);
  const list = path?.findLast((node): node is TupleConstructor => node.kind === "TupleConstructor");
  const index =
    list?.elements.findIndex(({ start, end }) => start === origin?.span.start && end === origin.span.end) ??
    -1;
  const element = list?.elements[index];
  if (!origin || !list || !element || list.elements.length < 2) return undefined;
  const [previous, next] = [list.elements[index - 1], list.elements[index + 1]];
  const span = next
    ? { start: element.start, end: next.start }
    : { start: previous?.end ?? element.start, end: element.end };
  return { uri: origin.uri, edits: [{ span, newText: "" }] };
}
