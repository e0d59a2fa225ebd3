/** `unknown-reference-attribute`: a reference to an attribute that the type does not have. */
import { nearest } from "../../base/nearest.ts";
import type { Span } from "../../base/span.ts";
import { fixIn, replace } from "../edits.ts";
import { isIndex, knownReferences, type KnownReference } from "../instances.ts";
import { inFile } from "../moduleView.ts";
import { defineRule } from "./rule.ts";

interface Fact extends KnownReference {
  readonly name: string;
  readonly span: Span;
  readonly meant: string | undefined;
}

/** What people expect to be there. The first one that the type has is meant. */
const confusions: Readonly<Record<string, readonly string[]>> = {
  arn: ["role_arn"],
  role_arn: ["arn"],
  iam_role_arn: ["arn", "role_arn"],
  integration_id: ["id"],
  stack_id: ["id"],
  module_id: ["id"],
  slug: ["id"],
  role_name: ["name"],
  account_name: ["name"],
  account_id: ["aws_account_id"],
  assume_role_policy: ["assume_role_policy_statement"],
  policy_statement: ["assume_role_policy_statement"],
};

export const unknownReferenceAttribute = defineRule<Fact>({
  code: "unknown-reference-attribute",
  severity: "error",
  summary: "A reference to an attribute that the type does not have.",
  find: ({ module }) =>
    knownReferences(module).flatMap((found) => {
      const step = attributeStep(found);
      if (step?.kind !== "attribute" || found.attributes.includes(step.name)) return [];
      return [{ ...found, name: step.name, span: step.span, meant: meantBy(found, step.name) }];
    }),
  tell: ({ file, span, name, meant, reference }) => ({
    location: inFile({ file }, span),
    message:
      `${reference.type} has no attribute ${name}, so Terraform refuses to plan. ` +
      (meant === undefined ? "Use one that it has." : `Did you mean ${meant}?`),
  }),
  fix: ({ file, span, meant }) =>
    meant === undefined ? [] : [fixIn(file, `Change to ${meant}`, [replace(span, meant)])],
});

/** The step that names an attribute, behind the index of a repeated thing. */
function attributeStep({ repetition, first, second }: KnownReference): KnownReference["first"] {
  if (isIndex(first)) return repetition ? second : undefined;
  if (first?.kind === "splat") return isIndex(second) ? undefined : second;
  return repetition ? undefined : first;
}

function meantBy({ attributes }: KnownReference, name: string): string | undefined {
  return confusions[name]?.find((candidate) => attributes.includes(candidate)) ?? nearest(name, attributes);
}
