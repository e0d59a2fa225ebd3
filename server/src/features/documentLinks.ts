/** What can be opened from a file: the module that a `source` names, files that are read, the vendors' pages. */
import type { Span } from "../base/span.ts";
import type { Block, Expression, FunctionCall, SourceFile } from "../hcl/ast.ts";
import { literalString } from "../hcl/literal.ts";
import { walk } from "../hcl/walk.ts";
import { familyType } from "../spacelift/family.ts";
import { providerPage } from "../spacelift/vendorPages.ts";
import { attributeOf, blocksOf } from "../terraform/block.ts";
import { fileReaders } from "../terraform/fileCalls.ts";
import { referenceOf } from "../terraform/references.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { fileIn } from "../workspace/uris.ts";
import { navigableFile } from "./navigation/place.ts";
import { labelText, spanOf } from "./navigation/spans.ts";

export interface DocumentLink {
  readonly span: Span;
  readonly target: LinkTarget;
  /** What opens, in a few words. */
  readonly tooltip: string;
}

export type LinkTarget =
  | { readonly kind: "page" | "file"; readonly uri: string }
  /** Which of its files is the one to open is for those to say who can read the folder. */
  | { readonly kind: "module"; readonly folder: string };

/** Where another Terraform extension links types and modules already, the files alone. */
export function documentLinks(snapshot: Snapshot, uri: string): readonly DocumentLink[] {
  const file = navigableFile(snapshot, uri);
  if (!file) return [];
  const blocks = blocksOf(file.syntax.body);
  const pages = blocks.flatMap((block) => pageLink(block) ?? []);
  const folder = snapshot.module.uri;
  // A document in no folder has nothing beside it.
  if (folder === uri) return snapshot.besideTerraformExtension ? [] : pages;
  const files = fileLinks(file.syntax, folder);
  if (snapshot.besideTerraformExtension) return files;
  return [...pages, ...blocks.flatMap((block) => moduleLink(block, folder) ?? []), ...files];
}

function pageLink({ type, labels: [label] }: Block): DocumentLink | undefined {
  const mode = type.name;
  if (!label || (mode !== "resource" && mode !== "data")) return undefined;
  const known = familyType(mode, label.value)?.url;
  const page =
    known ?? (/^(?:aws|spacelift)_./.test(label.value) ? providerPage(mode, label.value) : undefined);
  if (page === undefined) return undefined;
  return {
    span: labelText(label),
    target: { kind: "page", uri: page },
    tooltip: `Documentation of ${label.value}`,
  };
}

/** https://developer.hashicorp.com/terraform/language/modules/sources#local-paths */
function moduleLink(block: Block, folder: string): DocumentLink | undefined {
  const source = block.type.name === "module" ? attributeOf(block, "source") : undefined;
  const path = source && literalString(source.value);
  if (!source || path === undefined || !/^\.\.?(?:\/|$)/.test(path)) return undefined;
  return {
    span: insideQuotes(source.value),
    target: { kind: "module", folder: fileIn(folder, path) },
    tooltip: "Open the module",
  };
}

function fileLinks({ body }: SourceFile, folder: string): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  walk(body, (node) => {
    const link = node.kind === "FunctionCall" ? fileLink(node, folder) : undefined;
    if (link) links.push(link);
  });
  return links;
}

function fileLink({ name, args: [first] }: FunctionCall, folder: string): DocumentLink | undefined {
  const path = first && fileReaders.has(name.name) ? pathInModule(first) : undefined;
  if (!first || path === undefined) return undefined;
  return {
    span: insideQuotes(first),
    target: { kind: "file", uri: fileIn(folder, path) },
    tooltip: `Open ${path}`,
  };
}

/** The path from the module's folder: `"${path.module}/x"`, or a written-out path that is relative. */
function pathInModule(expression: Expression): string | undefined {
  if (expression.kind !== "Template") return undefined;
  const [first, ...others] = expression.parts;
  const isFromModule = first?.kind === "TemplateInterpolation" && isModulePath(first.expression);
  const text = literalString(isFromModule ? { ...expression, parts: others } : expression);
  if (text === undefined || text.trim() === "") return undefined;
  if (isFromModule) return text.startsWith("/") ? text.slice(1) || undefined : undefined;
  return /^[/~]/.test(text) ? undefined : text;
}

function isModulePath(expression: Expression): boolean {
  const reference = referenceOf(expression);
  const [step, ...others] = reference?.kind === "path" ? reference.steps : [];
  return step?.kind === "attribute" && step.name === "module" && others.length === 0;
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
