/** `StringNotLike`: none of the patterns; it holds, too, where the key is missing. */
import { stringLike } from "./StringLike.ts";
import { negationOf } from "./operator.ts";

export const stringNotLike = negationOf(stringLike, "StringNotLike");
