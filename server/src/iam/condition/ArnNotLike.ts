/** `ArnNotLike`: none of the ARN patterns. */
import { arnLike } from "./ArnLike.ts";
import { negationOf } from "./operator.ts";

export const arnNotLike = negationOf(arnLike, "ArnNotLike");
