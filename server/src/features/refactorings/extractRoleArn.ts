/** Gives the ARN of an integration's role a name: a local that its role can be built from too. */
import { replaceValue } from "../../analysis/alignment.ts";
import { freeName } from "../../analysis/dataSource.ts";
import { textOf } from "../../base/span.ts";
import { text, writeBlock } from "../../hcl/write.ts";
import { attributeOf } from "../../terraform/block.ts";
import { namesInstance } from "../trustPolicy/repetition.ts";
import type { Refactoring, RefactoringPlace } from "./refactoring.ts";

export function extractRoleArn({ view, declaration }: RefactoringPlace): readonly Refactoring[] {
  const { address, block, file, name, type } = declaration;
  const arn = attributeOf(block, "role_arn");
  if (type !== "spacelift_aws_integration" || arn?.value.kind !== "Template" || !arn.value.close) return [];
  // What differs from instance to instance has no place in a local.
  if (namesInstance(arn.value)) return [];
  const source = file.syntax.text;
  const local = freeName(view, "local.", `${name}_role_arn`);
  const written = writeBlock("locals", [{ key: local, value: text(textOf(source, arn.value)) }]);
  const added = { span: { start: block.start, end: block.start }, newText: `${written}\n\n` };
  const edits = [added, ...replaceValue(source, block.body, arn, `local.${local}`)];
  return [
    {
      kind: "refactor",
      sort: "extract",
      title: "Extract role_arn to a local",
      of: address,
      edits: [{ uri: file.uri, edits }],
    },
  ];
}
