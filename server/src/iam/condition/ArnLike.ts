/** `ArnLike`: an ARN of six sections, with wildcards that do not reach across a colon but in the last. */
import { fails, matching } from "../formula.ts";
import { arnPattern } from "../pattern.ts";
import type { ConditionOperator } from "./operator.ts";

export const arnLike: ConditionOperator = {
  name: "ArnLike",
  negated: false,
  variables: true,
  compare: (wanted) => {
    const pattern = arnPattern(wanted);
    return pattern === undefined ? () => fails : matching(pattern);
  },
};
