/**
 * Modules that call one another by path. Calls of modules from a registry or a repository lead nowhere here.
 * https://developer.hashicorp.com/terraform/language/modules/sources#local-paths
 */
import { literalString } from "../hcl/literal.ts";
import type { BlockDeclaration, Module } from "./module.ts";
import { attributeIn, onlyDeclaration } from "./overrides.ts";

export interface Configuration {
  /** By the URI of the folder. */
  readonly modules: ReadonlyMap<string, Module>;
}

/** A call of a module by its path. */
export interface LocalCall {
  readonly name: string;
  readonly declaration: BlockDeclaration;
  /** The URI of the folder that is called. */
  readonly target: string;
}

export function createConfiguration(modules: Iterable<Module>): Configuration {
  return { modules: new Map([...modules].map((module) => [module.uri, module])) };
}

/** The configuration with another state of one of its modules. */
export function withModule(configuration: Configuration, module: Module): Configuration {
  if (configuration.modules.get(module.uri) === module) return configuration;
  return { modules: new Map(configuration.modules).set(module.uri, module) };
}

const calls = new WeakMap<Module, readonly LocalCall[]>();

/** The calls of modules by their path, in the order in which they are written. */
export function localCalls(module: Module): readonly LocalCall[] {
  const known = calls.get(module);
  if (known) return known;
  const found = module.declarations.flatMap((declaration): LocalCall[] => {
    if (declaration.kind !== "module") return [];
    if (onlyDeclaration(module, declaration.address) !== declaration) return [];
    const source = attributeIn(module, declaration, "source")?.attribute.value;
    const path = source && literalString(source);
    const target = path === undefined ? undefined : resolveSource(module.uri, path);
    return target === undefined ? [] : [{ name: declaration.name, declaration, target }];
  });
  calls.set(module, found);
  return found;
}

/** The folder that a path in `source` leads to; undefined for sources of another kind. */
export function resolveSource(folder: string, source: string): string | undefined {
  if (!/^\.\.?(\/|$)/.test(source)) return undefined;
  const segments = folder.split("/");
  // The scheme and the authority stand before the third slash.
  const root = folder.includes("://") ? 3 : 1;
  for (const segment of source.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(escapeSegment(segment));
    else if (segments.length > root) segments.pop();
    else return undefined;
  }
  return segments.join("/");
}

/** As the URIs of files are spelled. */
function escapeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The modules whose calls lead to the folder, with these calls. */
export function callersOf(
  { modules }: Configuration,
  uri: string,
): readonly { readonly module: Module; readonly call: LocalCall }[] {
  return [...modules.values()].flatMap((module) =>
    localCalls(module)
      .filter(({ target }) => target === uri)
      .map((call) => ({ module, call })),
  );
}
