/** Blocks for a statement of `aws_iam_policy_document` that let Spacelift in. */
import { concernsSpacelift } from "../../../workspace/snapshot.ts";
import { declarationsOfType } from "../../../terraform/module.ts";
import type { CompletionItem } from "../../completionItem.ts";
import type { CompletionContext } from "../context.ts";
import { isDocument } from "./slot.ts";
import { restOfLine, type AttributePlace } from "../place.ts";

export function statementBlockItems(
  { module, text }: CompletionContext,
  { blocks, word }: AttributePlace,
): readonly CompletionItem[] {
  const [document, statement, ...deeper] = blocks;
  const isStatement =
    document !== undefined &&
    isDocument(document) &&
    statement?.type.name === "statement" &&
    deeper.length === 0;
  const isAboutResources = statement?.body.items.some(
    (item) => item.kind === "Attribute" && item.name.name === "resources",
  );
  if (!isStatement || isAboutResources || !concernsSpacelift(module) || restOfLine(text, word).trim() !== "")
    return [];
  const account = declarationsOfType(module, "data", "spacelift_account")[0];
  const identifiers = account ? `[${account.address}.aws_account_id]` : '["$1"]';
  return [
    {
      kind: "snippet",
      label: "principals Spacelift",
      detail: "trusts Spacelift's AWS account",
      documentation: "",
      replace: word,
      snippet: `principals {\n  type        = "AWS"\n  identifiers = ${identifiers}\n}`,
      rank: 0,
      retrigger: account === undefined,
    },
    {
      kind: "snippet",
      label: "condition sts:ExternalId",
      detail: "only with the external IDs that Spacelift sends",
      documentation: "",
      replace: word,
      snippet:
        'condition {\n  test     = "${1|StringLike,StringEquals|}"\n  variable = "sts:ExternalId"\n  values   = ["$2"]\n}',
      rank: 1,
    },
  ];
}
