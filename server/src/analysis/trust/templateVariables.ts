/** The variables of a file that `templatefile` renders: all that an interpolation in it may name. */
import { identityOf, type SymbolicString } from "../../iam/symbolic.ts";
import type { PlacedCall } from "../../terraform/fileCalls.ts";
import type { Value } from "../../terraform/value.ts";
import type { ModuleView } from "../moduleView.ts";
import { renameValue } from "./elsewhere.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { textCalls, textSyntax } from "./textFiles.ts";

/** What the policy's call gives the variables of the file; none where it is not certain which call that is. */
export function templateVariables(
  view: ModuleView,
  policy: JudgedPolicy,
  uri: string,
): ReadonlyMap<string, Value> {
  if (textSyntax(view, uri) !== "template") return new Map();
  const { role } = policy;
  const own = textCalls(view, uri).filter(({ module }) => module === role.view.module);
  const [inAttribute] = own.filter((call) => isInAttribute(call, policy));
  const [only, ...others] = own;
  const found = inAttribute ?? (others.length === 0 ? only : undefined);
  const variables = found?.call.node.args[1];
  const value = found && variables && role.view.evaluate(variables, found.file, role.instance.names);
  return value?.kind === "map" || value?.kind === "object" ? value.entries : new Map();
}

function isInAttribute({ call, file }: PlacedCall, policy: JudgedPolicy): boolean {
  const { start, end } = policy.attribute;
  return file.uri === policy.file.uri && start <= call.node.start && call.node.end <= end;
}

/** An interpolation of the variable that is the text; undefined where no variable is, and in all other files. */
export function variableTemplate(
  view: ModuleView,
  policy: JudgedPolicy,
  uri: string,
  text: SymbolicString,
): string | undefined {
  const wanted = identityOf(text);
  const { role, reader } = policy;
  for (const [name, value] of templateVariables(view, policy, uri)) {
    if (!/^[A-Za-z_]\w*$/.test(name)) continue;
    const there = reader.in(role.view).value(value);
    const read = role.view === view ? there : renameValue(there, role.back);
    if (read.kind === "string" && identityOf(read.value) === wanted) return `\${${name}}`;
  }
  return undefined;
}
