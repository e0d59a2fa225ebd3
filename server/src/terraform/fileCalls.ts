/** The calls in a file's tree that read other files by a path that is written out, and where they lead. */
import type { Expression, FunctionCall, SourceFile } from "../hcl/ast.ts";
import { literalString } from "../hcl/literal.ts";
import { walk } from "../hcl/walk.ts";
import { localCalls, type Configuration } from "./configuration.ts";
import { below, resolvePath, type FilePath } from "./filePath.ts";
import type { Module, ModuleFile } from "./module.ts";
import { referenceOf } from "./references.ts";

export interface FileCall {
  /** Whether the function reads the file, or lists what is in the folder. */
  readonly what: "file" | "folder";
  readonly path: FilePath;
  /** Where the path is written. */
  readonly argument: Expression;
  readonly node: FunctionCall;
}

/** A call in the file of the module that it stands in. */
export interface PlacedCall {
  readonly call: FileCall;
  readonly module: Module;
  readonly file: ModuleFile;
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

function fileCall(node: FunctionCall): FileCall | undefined {
  const [first] = node.args;
  const name = functionOf(node);
  const what = fileReaders.has(name) ? "file" : name === "fileset" ? "folder" : undefined;
  const path = what && first && writtenPath(first);
  return what && first && path && { what, path, argument: first, node };
}

/** The function's name, without the namespace that the language's own may have. */
export function functionOf({ name }: FunctionCall): string {
  return name.name.replace(/^core::/, "");
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

const readers = new WeakMap<Configuration, ReadonlyMap<string, readonly PlacedCall[]>>();

/** The calls that read the file, in all modules that have read files. */
export function callsThatRead(configuration: Configuration, uri: string): readonly PlacedCall[] {
  const known = readers.get(configuration) ?? findCalls(configuration);
  readers.set(configuration, known);
  return known.get(uri) ?? [];
}

function findCalls(configuration: Configuration): ReadonlyMap<string, readonly PlacedCall[]> {
  const found = new Map<string, PlacedCall[]>();
  for (const module of configuration.modules.values()) {
    if (module.companions.reads.files.size === 0) continue;
    for (const file of module.files) {
      for (const call of fileCallsIn(file.syntax)) {
        if (call.what !== "file") continue;
        for (const uri of fileCallTargets(call, module, configuration))
          found.set(uri, [...(found.get(uri) ?? []), { call, module, file }]);
      }
    }
  }
  return found;
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
