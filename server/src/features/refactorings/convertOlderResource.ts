/**
 * Turns one of the older resources into an integration and its attachment, from anywhere in its block. Terraform has
 * no `moved` from one type to another here, so a comment says what the next apply does.
 * https://developer.hashicorp.com/terraform/language/moved
 */
import { diagnose } from "../../analysis/diagnose.ts";
import type { Refactoring, RefactoringPlace } from "./refactoring.ts";

export function convertOlderResource({ snapshot, declaration }: RefactoringPlace): readonly Refactoring[] {
  const { block, file, address } = declaration;
  return diagnose(snapshot)
    .filter(({ code, location: { uri, span } }) => {
      const isHere = uri === file.uri && block.start <= span.start && span.end <= block.end;
      return code === "deprecated-resource" && isHere;
    })
    .flatMap((finding) => finding.fixes())
    .map(({ title, edits }) => {
      const comment = `# Applying this creates what follows and destroys ${address}.\n`;
      const explained = edits.map((entry) => ({
        uri: entry.uri,
        edits: entry.edits.map((edit) =>
          edit.span.start === block.start ? { ...edit, newText: comment + edit.newText } : edit,
        ),
      }));
      return {
        kind: "refactor",
        sort: "rewrite",
        title: `${title}, with a comment`,
        of: address,
        edits: explained,
      };
    });
}
