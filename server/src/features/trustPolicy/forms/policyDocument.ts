/** The policy as a data source `aws_iam_policy_document`. */
import { list, text, type Written, type WrittenBlock, type WrittenEntry } from "../../../hcl/write.ts";
import type { PlannedStatement } from "../plan.ts";

/** `Allow` and the version of 2012 are what the data source takes where nothing is said. */
export function statementBlock({ sid, action, principal, externalId }: PlannedStatement): WrittenBlock {
  const condition: WrittenBlock | undefined = externalId && {
    block: "condition",
    items: [
      entry("test", text(`"${externalId.operator}"`)),
      entry("variable", text('"sts:ExternalId"')),
      entry("values", asList(externalId.values)),
    ],
  };
  const principals: WrittenBlock = {
    block: "principals",
    items: [entry("type", text('"AWS"')), entry("identifiers", list([text(principal)]))],
  };
  return {
    block: "statement",
    items: [
      ...(sid === undefined ? [] : [entry("sid", text(sid))]),
      entry("actions", list([text(`"${action}"`)])),
      principals,
      ...(condition ? [condition] : []),
    ],
  };
}

/** `values` takes a list, where JSON takes a single string too. */
function asList(values: Written): Written {
  return values.kind === "text" ? list([values]) : values;
}

function entry(key: string, value: Written): WrittenEntry {
  return { key, value };
}
