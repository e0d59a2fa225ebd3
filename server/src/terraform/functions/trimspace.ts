/** `trimspace(text)`: https://developer.hashicorp.com/terraform/language/functions/trimspace */
import { textFunction } from "./textFunction.ts";

/** Unicode's White_Space, which is Go's `unicode.IsSpace`; JavaScript's `\s` differs by U+FEFF and U+0085. */
const edges = /^\p{White_Space}+|\p{White_Space}+$/gu;

export const trimspace = textFunction((text) => text.replace(edges, ""));
