/** `ArnEquals`: another name of `ArnLike`. */
import { arnLike } from "./ArnLike.ts";
import type { ConditionOperator } from "./operator.ts";

export const arnEquals: ConditionOperator = { ...arnLike, name: "ArnEquals" };
