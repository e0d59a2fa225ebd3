/** How the kinds of expressions evaluate their parts: the evaluator is handed to them. */
import type { Expression } from "../../hcl/ast.ts";
import type { Scope } from "../scope.ts";
import type { Value } from "../value.ts";

export type Evaluate = (expression: Expression, scope: Scope) => Value;
