/**
 * How one module names the symbols of another. In a module that is called, the caller's `t.n.a` is `^.t.n.a`; in the
 * caller, the called module's `t.n.a` is `module.x.t.n.a`. What is the same in all modules has one name everywhere.
 */
import type { Rename } from "./renameSymbols.ts";

const callerPrefix = "^.";

/** Data sources that have one answer for their provider, and what belongs to the run as a whole. */
const everywhere =
  /^(data\.(spacelift_account|aws_caller_identity|aws_partition)\.\w+|terraform\.workspace|path\.(root|cwd))$/;

/** The names of the caller's symbols in the module that it calls at the address, such as `module.x["a"]`. */
export function inCalled(call: string, sameProviders: boolean): Rename {
  const own = `${call}.`;
  return eachHead(sameProviders, (id) => (id.startsWith(own) ? id.slice(own.length) : callerPrefix + id));
}

/** The names of the called module's symbols in the caller. */
export function inCaller(call: string, sameProviders: boolean): Rename {
  return eachHead(sameProviders, (id) =>
    id.startsWith(callerPrefix) ? id.slice(callerPrefix.length) : `${call}.${id}`,
  );
}

/** What an element is called says in which collection it is, which has a name of its own: `each.key in var.stacks`. */
const element = /((?:\beach\.key|\banother key|\b0|\banother index) in )/;

/** Changes the head of the name, and that of each collection in it. */
function eachHead(sameProviders: boolean, rename: Rename): Rename {
  const changed: Rename = (id) => (sameProviders && everywhere.test(id) ? id : rename(id));
  return (id) => {
    const parts = id.split(element);
    return parts.map((part, index) => (index % 2 === 1 || part === "" ? part : changed(part))).join("");
  };
}

/** Names are changed only where they begin, so that one with that of another module inside of it would be left as it is. */
export function areOfOneModule(one: string, other: string): boolean {
  const [, prefix] = origin.exec(one) ?? [];
  return prefix === origin.exec(other)?.[1];
}

const origin = /^((?:\^\.|module\.[\w-]+(?:\[[^\]]*\])?\.)*)/;

/** True for what a text of the outside holds as JSON: `jsondecode(x)`, with steps behind it. */
export function isDecodedJson(id: string): boolean {
  return id.includes(decoded) && id.replace(origin, "").startsWith(decoded);
}

const decoded = "jsondecode(";

/** The name of the list of its elements, in their order: what a loop that changes nothing makes of it. */
export function nameOfElements(id: string): string {
  return `${id}[each]`;
}

/** The name of a symbol as people know it: without where it comes from. */
export function shownSymbol(id: string): string {
  return id.replaceAll(/(^|[^\w.])(?:\^\.)+/g, "$1");
}

/** The name that a symbol has in the caller, where it is the caller's at all. */
export function callersSymbol(id: string): string | undefined {
  return id.startsWith(callerPrefix) ? id.slice(callerPrefix.length) : undefined;
}
