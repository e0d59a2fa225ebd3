/** Values for tests, out of plain JSON with symbols in it; the origin of each part is its path. */
import type { Location } from "../../../server/src/base/location.ts";
import { concat, type SymbolicString } from "../../../server/src/iam/symbolic.ts";
import type { Value } from "../../../server/src/iam/value.ts";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject | Symbolic | Unknown;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A string with symbols in it. */
export class Symbolic {
  readonly value: SymbolicString;
  constructor(value: SymbolicString) {
    this.value = value;
  }
}

export class Unknown {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

export function s(value: SymbolicString): Symbolic {
  return new Symbolic(value);
}

export function valueOf(json: Json, path = ""): Value {
  const origin = at(path);
  if (json instanceof Symbolic) return { kind: "string", value: json.value, origin };
  if (json instanceof Unknown) return { kind: "unknown", reason: json.reason, origin };
  if (json === null) return { kind: "null", origin };
  if (typeof json === "string") return { kind: "string", value: concat(json), origin };
  if (typeof json === "number") return { kind: "number", value: json, origin };
  if (typeof json === "boolean") return { kind: "bool", value: json, origin };
  if (isList(json)) {
    return { kind: "list", items: json.map((item, index) => valueOf(item, `${path}/${index}`)), origin };
  }
  const entries = Object.entries(json).map(([key, item]) => ({
    key: concat(key),
    keyOrigin: at(`${path}/${key}#key`),
    value: valueOf(item, `${path}/${key}`),
  }));
  return { kind: "object", entries, origin };
}

function isList(json: readonly Json[] | JsonObject): json is readonly Json[] {
  return Array.isArray(json);
}

function at(path: string): Location {
  return { uri: path, span: { start: 0, end: 0 } };
}
