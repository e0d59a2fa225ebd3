/** External IDs as the insides of templates: each symbol as the reference that has its value. */
import type { Node } from "../../hcl/ast.ts";
import type { StringSymbol, SymbolicString } from "../../iam/symbolic.ts";
import { waitsFor } from "../../terraform/dependencies.ts";
import type { ModuleView } from "../moduleView.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { accountSymbol } from "./names.ts";
import { variableTemplate } from "./templateVariables.ts";
import { textFileAt } from "./textFiles.ts";
import { accountTemplate } from "./writtenNames.ts";
import type { WrittenValue } from "./writtenValue.ts";

/** Undefined where a part of it cannot be named at the place. */
export function templateFor(
  view: ModuleView,
  policy: JudgedPolicy,
  place: WrittenValue,
  text: SymbolicString,
): string | undefined {
  const parts = text.map((segment) =>
    segment.kind === "literal" ? segment.text : templateOfSymbol(view, policy, place, segment),
  );
  return parts.includes(undefined) ? undefined : parts.join("");
}

function templateOfSymbol(
  view: ModuleView,
  policy: JudgedPolicy,
  place: WrittenValue,
  symbol: StringSymbol,
): string | undefined {
  const { id } = symbol;
  const { uri } = place.file;
  if (id !== accountSymbol.id) {
    const variable = variableTemplate(view, policy, uri, [symbol]);
    if (variable !== undefined) return variable;
    const reference = inEachInstance(policy, place, id) ?? asItIs(view, policy, id);
    return reference && isWritable(view, policy, place, reference) ? `\${${reference.text}}` : undefined;
  }
  const account = accountTemplate(view, policy, uri);
  const mayStand = place.mayRefer || textFileAt(view, uri) !== undefined;
  return account?.startsWith("${") && !mayStand ? undefined : account;
}

interface Reference {
  readonly text: string;
  /** What it waits for. */
  readonly address: string;
}

/** What has the same instances as the role, as the role refers to it: `spacelift_stack.all[each.key].id`. */
function inEachInstance({ role }: JudgedPolicy, { path }: WrittenValue, id: string): Reference | undefined {
  const { declaration, instance } = role;
  const [, address, step, attribute] =
    /^((?:data\.)?\w+\.[\w-]+)(\[[^\]]*\]|\.[\w-]+)(\.[\w.]+)$/.exec(id) ?? [];
  if (address === undefined || step !== instance.step || !path.includes(declaration.block)) return undefined;
  return {
    address,
    text: `${address}[${/^\[\d/.test(step) ? "count.index" : "each.key"}]${attribute ?? ""}`,
  };
}

/** What means the same in all that is made from the place. */
function asItIs({ module }: ModuleView, { role }: JudgedPolicy, id: string): Reference | undefined {
  if (!/^[\w.-]+(\[("[^"\\$%]*"|\d+)\][\w.-]*)?$/.test(id)) return undefined;
  const address = [...module.byAddress.keys()].find(
    (known) => id === known || (/^[.[]/.test(id.slice(known.length)) && id.startsWith(known)),
  );
  if (address === undefined || (role.instance.step !== "" && id !== `${address}.id`)) return undefined;
  return { address, text: id };
}

/** References are allowed there, and this one closes no cycle through what is made from the place. */
function isWritable(
  { module }: ModuleView,
  { role }: JudgedPolicy,
  { mayRefer, path }: WrittenValue,
  { address }: Reference,
): boolean {
  const holders = [addressAround(path), role.declaration.address];
  return (
    mayRefer &&
    holders.every(
      (holder) => holder === undefined || (holder !== address && waitsFor(module, address, holder) === "no"),
    )
  );
}

/** What is made from a place: the resource, data source or local that it is written in. */
function addressAround(path: readonly Node[]): string | undefined {
  const block = path.find((node) => node.kind === "Block");
  if (block?.kind !== "Block") return undefined;
  if (block.type.name === "locals") {
    const local = path.find((node) => node.kind === "Attribute");
    return local?.kind === "Attribute" ? `local.${local.name.name}` : undefined;
  }
  const labels = block.labels.map(({ value }) => value);
  return block.type.name === "resource" ? labels.join(".") : [block.type.name, ...labels].join(".");
}
