/** `ArnNotEquals`: another name of `ArnNotLike`. */
import { arnEquals } from "./ArnEquals.ts";
import { negationOf } from "./operator.ts";

export const arnNotEquals = negationOf(arnEquals, "ArnNotEquals");
