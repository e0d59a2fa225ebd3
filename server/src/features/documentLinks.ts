/**
 * What can be opened from a file: the module that a `source` names, and files that are read. The vendors' pages are
 * for hover: editors underline every link.
 */
import type { Span } from "../base/span.ts";
import type { Expression, SourceFile } from "../hcl/ast.ts";
import { localCalls } from "../terraform/configuration.ts";
import { fileCallsIn, fileCallTargets } from "../terraform/fileCalls.ts";
import { attributeIn } from "../terraform/overrides.ts";
import { configurationOf, type Snapshot } from "../workspace/snapshot.ts";
import { navigableFile } from "./navigation/place.ts";
import { spanOf } from "./navigation/spans.ts";

interface DocumentLink {
  readonly span: Span;
  readonly target: LinkTarget;
  /** What opens, in a few words. */
  readonly tooltip: string;
}

export type LinkTarget =
  | { readonly kind: "file"; readonly uri: string }
  /** Which of its files is the one to open is for those to say who can read the folder. */
  | { readonly kind: "module"; readonly folder: string };

/** Where another Terraform extension links modules already, the files alone. */
export function documentLinks(snapshot: Snapshot, uri: string): readonly DocumentLink[] {
  const file = navigableFile(snapshot, uri);
  // A document in no folder has nothing beside it.
  if (!file || snapshot.module.uri === uri) return [];
  const files = fileLinks(snapshot, file.syntax);
  return snapshot.besideTerraformExtension ? files : [...moduleLinks(snapshot, uri), ...files];
}

function moduleLinks({ module }: Snapshot, uri: string): readonly DocumentLink[] {
  return localCalls(module).flatMap(({ declaration, target }) => {
    const source = attributeIn(module, declaration, "source");
    if (source?.file.uri !== uri) return [];
    const span = insideQuotes(source.attribute.value);
    return [{ span, target: { kind: "module", folder: target }, tooltip: "Open the module" }];
  });
}

/** A path that leads to several files, one for each folder in which Terraform may be run, opens none. */
function fileLinks(snapshot: Snapshot, syntax: SourceFile): readonly DocumentLink[] {
  return fileCallsIn(syntax).flatMap((call) => {
    const [uri, ...others] = fileCallTargets(call, snapshot.module, configurationOf(snapshot));
    if (call.what !== "file" || uri === undefined || others.length > 0) return [];
    const span = insideQuotes(call.argument);
    return [{ span, target: { kind: "file", uri }, tooltip: "Open the file" }];
  });
}

function insideQuotes(expression: Expression): Span {
  if (expression.kind !== "Template") return spanOf(expression);
  return { start: expression.open.end, end: expression.close?.start ?? expression.end };
}

/** The file to open for a whole module: `main.tf`, or else the first; undefined where there is none. */
export function mainFileOf({ module: { files } }: Snapshot): string | undefined {
  const main = files.find(({ uri }) => /\/main\.(?:tf|tofu)$/.test(uri));
  return (main ?? files[0])?.uri;
}
