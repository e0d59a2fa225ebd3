/** `trimspace(text)`: https://developer.hashicorp.com/terraform/language/functions/trimspace */
import { endsFunction } from "./endsFunction.ts";

/** Unicode's White_Space, which is Go's `unicode.IsSpace`; JavaScript's `\s` differs by U+FEFF and U+0085. */
export const trimspace = endsFunction("trimspace", {
  start: /^\p{White_Space}+/u,
  end: /\p{White_Space}+$/u,
});
