/** Every rule, in the order of the catalogue. A new rule is one file beside this one and one line here. */
import type { Rule } from "./rule.ts";

export const rules: readonly Rule[] = [];
