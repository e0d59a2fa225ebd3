/** Strings that say all they hold. */
import type { Expression } from "../hcl/ast.ts";

/** The text of a quoted string without interpolations, as a list of one; nothing for anything else. */
export function literalText(expression: Expression): readonly string[] {
  if (expression.kind !== "Template" || expression.heredoc || expression.parts.length > 1) return [];
  const [part] = expression.parts;
  return part === undefined ? [""] : part.kind === "TemplateLiteral" ? [part.value] : [];
}
