/** The names of symbols taken apart: which attribute of which instance of which thing. */
import type { BlockDeclaration, Module } from "../../terraform/module.ts";
import { onlyDeclaration } from "../../terraform/overrides.ts";

export interface SymbolAddress {
  readonly mode: "resource" | "data";
  readonly type: string;
  /** Without the instance. */
  readonly address: string;
  /** `[0]`, `.a`, …; empty where there is none. */
  readonly step: string;
  readonly attribute: string;
}

const form = /^(data\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\.([\w-]+)(\[.*\]|\.[\w-]+)?\.([a-z_]+)$/;

/** Undefined for symbols of another kind, such as variables. */
export function readAddress(id: string): SymbolAddress | undefined {
  const [, data, type, name, step = "", attribute] = form.exec(id) ?? [];
  if (type === undefined || name === undefined || attribute === undefined) return undefined;
  return {
    mode: data === undefined ? "resource" : "data",
    type,
    address: `${data ?? ""}${type}.${name}`,
    step,
    attribute,
  };
}

export function blockAt(module: Module, { address, mode }: SymbolAddress): BlockDeclaration | undefined {
  const declaration = onlyDeclaration(module, address);
  return declaration?.kind === mode ? declaration : undefined;
}

/** True where the step names one instance, or the thing has but one. */
export function namesOneInstance({ step }: SymbolAddress): boolean {
  return !step.startsWith("[") || /^\[(\d+|"(?:[^"\\]|\\.)*")\]$/.test(step);
}
