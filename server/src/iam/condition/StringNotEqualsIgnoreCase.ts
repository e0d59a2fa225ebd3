/** `StringNotEqualsIgnoreCase`: none of the strings in any case of letters. */
import { stringEqualsIgnoreCase } from "./StringEqualsIgnoreCase.ts";
import { negationOf } from "./operator.ts";

export const stringNotEqualsIgnoreCase = negationOf(stringEqualsIgnoreCase, "StringNotEqualsIgnoreCase");
