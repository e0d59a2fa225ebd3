/** What a called module hands out, under the names that the caller has for its symbols. */
import type { Location } from "../base/location.ts";
import type { ModuleInstance } from "./moduleInstances.ts";
import { attributeIn, onlyDeclaration } from "./overrides.ts";
import { renameSymbols, type Rename } from "./renameSymbols.ts";
import type { Budget } from "./scope.ts";
import { dynamicType } from "./type.ts";
import { objectValue, symbolValue, type Value } from "./value.ts";

/** Undefined where the module has no such output. */
export function outputValue(
  { module, evaluate }: Pick<ModuleInstance, "module" | "evaluate">,
  name: string,
  rename: Rename,
  at: Location,
  budget: Budget,
): Value | undefined {
  const declaration = onlyDeclaration(module, `output.${name}`);
  const found = declaration?.kind === "output" ? attributeIn(module, declaration, "value") : undefined;
  if (!found) return undefined;
  const value = renameSymbols(evaluate(found.attribute.value, found.file, undefined, budget), rename);
  if (value.kind !== "unknown" || value.symbol) return value;
  // What is not known has at least a name, so that two mentions of it are the same.
  return value.reason.kind === "error"
    ? value
    : symbolValue({ id: rename(name), type: value.type }, value.reason, at);
}

/** All outputs as one object. */
export function outputsValue(
  instance: Pick<ModuleInstance, "module" | "evaluate">,
  rename: Rename,
  at: Location,
  budget: Budget,
): Value {
  const names = instance.module.declarations.filter(({ kind }) => kind === "output").map(({ name }) => name);
  return objectValue(
    names.map((name) => [name, outputValue(instance, name, rename, at, budget) ?? missing(name, rename, at)]),
    [at],
  );
}

function missing(name: string, rename: Rename, at: Location): Value {
  const reason = { kind: "module output", subject: name, at } as const;
  return symbolValue({ id: rename(name), type: dynamicType }, reason, at);
}
