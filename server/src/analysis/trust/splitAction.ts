/** Gives an action a statement of its own, and takes it out of the list of another. */
import type { TupleConstructor } from "../../hcl/ast.ts";
import type { Statement, Text } from "../../iam/policy.ts";
import { knownText } from "../../iam/symbolic.ts";
import { mergeEdits } from "../edits.ts";
import type { FileEdits, Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { principalChoices } from "./callerPrincipal.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { nodesAt } from "./nodesAt.ts";
import { addStatementAfter } from "./statementEdits.ts";
import { writtenStatement } from "./writtenStatement.ts";

export function splitAction(
  view: ModuleView,
  policy: JudgedPolicy,
  statement: Statement,
  action: Text,
): readonly Fix[] {
  const written = writtenStatement(view, statement);
  const removal = removeFromList(view, action);
  const name = knownText(action.value);
  if (!written || !removal || name === undefined) return [];
  return allowBeside(view, policy, statement, { title: "Split the statement", action: name }).map((fix) => ({
    ...fix,
    edits: mergeEdits([removal, ...fix.edits]),
  }));
}

/** A statement of its own for the action, for whom the given one trusts. */
export function allowBeside(
  view: ModuleView,
  policy: JudgedPolicy,
  statement: Statement,
  { title, action }: { readonly title: string; readonly action: string },
): readonly Fix[] {
  const written = writtenStatement(view, statement);
  if (!written) return [];
  return principalChoices(view, policy, statement, written).flatMap(({ expression, of }) => {
    const named = of === undefined ? title : `${title}, for ${of}`;
    return addStatementAfter(written, named, { action, principal: expression }).map((fix) => ({
      ...fix,
      preferred: of === undefined,
    }));
  });
}

/** Undefined where the action does not stand in a list beside others. */
function removeFromList(view: ModuleView, { origin }: Text): FileEdits | undefined {
  const placed = nodesAt(view, origin);
  const list = placed?.path.findLast((node): node is TupleConstructor => node.kind === "TupleConstructor");
  const index =
    list?.elements.findIndex(
      ({ start, end }) => origin && start <= origin.span.start && origin.span.end <= end,
    ) ?? -1;
  const element = list?.elements[index];
  if (!origin || !list || !element || list.elements.length < 2) return undefined;
  const [previous, next] = [list.elements[index - 1], list.elements[index + 1]];
  const span = next
    ? { start: element.start, end: next.start }
    : { start: previous?.end ?? element.start, end: element.end };
  return { uri: origin.uri, edits: [{ span, newText: "" }] };
}
