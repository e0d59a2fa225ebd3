/** `StringNotEquals`: none of the strings; it holds, too, where the key is missing. */
import { stringEquals } from "./StringEquals.ts";
import { negationOf } from "./operator.ts";

export const stringNotEquals = negationOf(stringEquals, "StringNotEquals");
