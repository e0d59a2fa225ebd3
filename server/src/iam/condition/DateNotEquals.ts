/** `DateNotEquals`: none of the instants. */
import { dateEquals } from "./DateEquals.ts";
import { negationOf } from "./operator.ts";

export const dateNotEquals = negationOf(dateEquals, "DateNotEquals");
