/** A policy written anew as `jsonencode`, where statements cannot be put in where they stand. */
import { textOf } from "../../base/span.ts";
import type { Expression } from "../../hcl/ast.ts";
import { call, type Written } from "../../hcl/write.ts";
import type { ExistingStatements } from "./existingPolicy.ts";
import { bareKey, fromJson } from "./jsonPolicy.ts";
import { statementsValue, type NewStatements } from "./statementList.ts";

/** With the statements that stay, and whatever else the policy says. */
export function rewrittenPolicy(
  {
    written: { policy, statement, elements, others, source },
    replaceable,
    replaceableLists,
  }: ExistingStatements,
  added: NewStatements,
): Written {
  const write = (expression: Expression): Written => fromJson(expression, source);
  const [first] = replaceable;
  const stay = elements.filter((element) => element === first || !replaceable.includes(element));
  const kept = stay.flatMap((element) => (element === first ? added.elements : [write(element)]));
  const value = statementsValue({
    elements: first ? kept : [...added.elements, ...kept],
    lists: [...others.filter((other) => !replaceableLists.includes(other)).map(write), ...added.lists],
  });
  const entries = policy.items.map((item) => ({
    key: bareKey(textOf(source, item.key)),
    value: item.value === statement ? value : write(item.value),
  }));
  return call("jsonencode", [{ kind: "object", entries }]);
}
