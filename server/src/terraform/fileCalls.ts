/** The calls in a file's tree that read other files by a path that is written out, and where they lead. */
import type { Span } from "../base/span.ts";
import type { Expression, FunctionCall, SourceFile } from "../hcl/ast.ts";
import { literalString } from "../hcl/literal.ts";
import { walk } from "../hcl/walk.ts";
import { localCalls, type Configuration } from "./configuration.ts";
import { below, resolvePath, type FilePath } from "./filePath.ts";
import type { Module } from "./module.ts";
import { referenceOf } from "./references.ts";

export interface FileCall {
  /** Whether the function reads the file, or lists what is in the folder. */
  readonly what: "file" | "folder";
  readonly path: FilePath;
  /** Where the path is written. */
  readonly argument: Expression;
  /** Of the call. */
  readonly span: Span;
}

/** The functions whose first argument is the path of a file. */
const fileReaders: ReadonlySet<string> = new Set([
  "file",
  "filebase64",
  "filebase64sha256",
  "filebase64sha512",
  "fileexists",
  "filemd5",
  "filesha1",
  "filesha256",
  "filesha512",
  "templatefile",
]);

const known = new WeakMap<SourceFile, readonly FileCall[]>();

/** In the order of the text; found once for each tree. */
export function fileCallsIn(syntax: SourceFile): readonly FileCall[] {
  const before = known.get(syntax);
  if (before) return before;
  const found: FileCall[] = [];
  if (syntax.text.includes("file")) {
    walk(syntax.body, (node) => {
      const call = node.kind === "FunctionCall" ? fileCall(node) : undefined;
      if (call) found.push(call);
    });
  }
  known.set(syntax, found);
  return found;
}

function fileCall({ name, args: [first], start, end }: FunctionCall): FileCall | undefined {
  const plain = name.name.replace(/^core::/, "");
  const what = fileReaders.has(plain) ? "file" : plain === "fileset" ? "folder" : undefined;
  const path = what && first && writtenPath(first);
  return what && first && path && { what, path, argument: first, span: { start, end } };
}

/** The URIs that the call leads to, seen from every folder in which Terraform may be run. */
export function fileCallTargets(
  { what, path: { from, path } }: FileCall,
  module: Module,
  configuration: Configuration,
): readonly string[] {
  const bases = from === "module" ? [module.uri] : rootsOf(configuration);
  return bases.flatMap((base) => {
    const target = resolvePath(base, path);
    // A folder is no file.
    return target === undefined || (what === "file" && target === base) ? [] : [target];
  });
}

const roots = new WeakMap<Configuration, readonly string[]>();

/** The folders of the modules that nobody calls. */
function rootsOf(configuration: Configuration): readonly string[] {
  const known = roots.get(configuration);
  if (known) return known;
  const modules = [...configuration.modules.values()];
  const called = new Set(modules.flatMap(localCalls).map(({ target }) => target));
  const found = [...configuration.modules.keys()].filter((uri) => !called.has(uri));
  roots.set(configuration, found);
  return found;
}

/** `"${path.module}/x"`, `path.module`, or text. */
function writtenPath(expression: Expression): FilePath | undefined {
  const text = literalString(expression);
  if (text !== undefined) return { from: "root", path: text };
  const whole = pathReference(expression);
  if (whole !== undefined) return below(whole, "");
  if (expression.kind !== "Template") return undefined;
  const [first, ...others] = expression.parts;
  const base = first?.kind === "TemplateInterpolation" ? pathReference(first.expression) : undefined;
  const rest = literalString({ ...expression, parts: others });
  return base === undefined || rest === undefined ? undefined : below(base, rest);
}

/** `path.module` and the like. */
function pathReference(expression: Expression): string | undefined {
  const reference = referenceOf(expression);
  const [step, ...others] = reference?.kind === "path" ? reference.steps : [];
  return step?.kind === "attribute" && others.length === 0 ? `path.${step.name}` : undefined;
}
