/** What a condition operator is. */
import type { Formula } from "../formula.ts";
import type { PatternPart } from "../pattern.ts";
import type { SymbolicString } from "../symbolic.ts";

export interface ConditionOperator {
  readonly name: string;
  /** True for operators that hold where no value matches: `StringNotEquals`. */
  readonly negated: boolean;
  /** Whether policy variables are replaced in its values. */
  readonly variables: boolean;
  /** Whether a value of the request matches this one of the policy, before any negation. */
  readonly compare: (wanted: readonly PatternPart[]) => Comparison;
}

export type Comparison = (actual: SymbolicString) => Formula;

/** The operator that holds exactly where another fails. */
export function negationOf(operator: ConditionOperator, name: string): ConditionOperator {
  return { ...operator, name, negated: true };
}
