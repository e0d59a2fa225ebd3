/** What an attribute's value begins with when the attribute is inserted. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import type { Block } from "../../hcl/ast.ts";
import type { AttributeSchema } from "../../spacelift/schema.ts";
import { fitLabel } from "./values.ts";
import { referenceFits } from "./referenceFits.ts";
import { choice, placeholder, tabStop } from "./snippetText.ts";

interface ValueSnippet {
  readonly snippet: string;
  /** There is something to offer for the value. */
  readonly retrigger: boolean;
}

/** `from` is the block that the attribute goes into, where it exists already. */
export function valueSnippet(
  view: ModuleView,
  attribute: AttributeSchema,
  from: Block | undefined,
  stop: number,
): ValueSnippet {
  if (attribute.refersTo) {
    const [fit, second] = referenceFits(view, attribute.refersTo, from);
    if (fit && !second && fit.index.label === "") {
      return { snippet: placeholder(stop, fitLabel(fit)), retrigger: false };
    }
    if (fit || attribute.meaning === "roleArn") return { snippet: tabStop(stop), retrigger: true };
  }
  const retrigger = attribute.meaning !== undefined || attribute.refersTo === "spaceId";
  switch (attribute.type.kind) {
    case "bool":
      return {
        snippet: choice(stop, attribute.default === true ? ["false", "true"] : ["true", "false"]),
        retrigger: false,
      };
    case "string":
      return { snippet: `"${tabStop(stop)}"`, retrigger };
    case "list":
    case "set":
      return { snippet: `["${tabStop(stop)}"]`, retrigger };
    default:
      return { snippet: tabStop(stop), retrigger };
  }
}
