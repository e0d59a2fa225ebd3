/** The places that name what another folder declares: a call's arguments, and what is read of a call. */
import type { Attribute, Block } from "../../hcl/ast.ts";
import { attributesOf } from "../../terraform/block.ts";
import type { Reference } from "../../terraform/references.ts";
import type { CalledSubject, Mention } from "./mention.ts";
import { spanOf } from "./spans.ts";

/**
 * What means something to Terraform in a `module` block, so that no variable may be called like it.
 * https://developer.hashicorp.com/terraform/language/values/variables#declaring-an-input-variable
 */
export const reservedForModules: ReadonlySet<string> = new Set([
  "source",
  "version",
  "providers",
  "count",
  "for_each",
  "lifecycle",
  "depends_on",
  "locals",
]);

/** The arguments of a `module` block, each of which names a variable of the module that is called. */
export function argumentMentions(block: Block): readonly Mention[] {
  const call = block.labels[0]?.value;
  if (block.type.name !== "module" || call === undefined) return [];
  return attributesOf(block.body)
    .filter(({ name }) => !reservedForModules.has(name.name))
    .map((attribute) =>
      valueMention(attribute, {
        kind: "called",
        call,
        address: `var.${attribute.name.name}`,
        anyCall: true,
      }),
    );
}

/** An attribute that gives the variable of its name a value. */
export function valueMention(attribute: Attribute, subject: Mention["subject"]): Mention {
  const span = spanOf(attribute.name);
  return {
    subject,
    role: "value",
    span,
    nameSpan: span,
    isName: true,
    whole: spanOf(attribute),
    reference: undefined,
    scope: [],
  };
}

/** `out` in `module.x.out`, `module.x["a"].out` and `module.x[*].out`, as a mention beside that of the module. */
export function outputMention(read: Mention): Mention | undefined {
  const { reference } = read;
  const at = reference && outputStep(reference);
  if (!reference || at === undefined) return undefined;
  const { name, span, index } = at;
  const subject: CalledSubject = {
    kind: "called",
    call: reference.name,
    address: `output.${name}`,
    anyCall: index > 0,
  };
  return {
    ...read,
    subject,
    span: spanOf(span),
    nameSpan: spanOf(span),
    isName: true,
    reference: reference.behind(index + 1),
  };
}

/** The step that names an output; undefined where the call is read as a whole. */
export function outputStep({ kind, name, steps }: Reference) {
  if (kind !== "module" || name === "") return undefined;
  const index = steps[0] && steps[0].kind !== "attribute" ? 1 : 0;
  const step = steps[index];
  return step?.kind === "attribute" ? { name: step.name, span: step.span, index } : undefined;
}
