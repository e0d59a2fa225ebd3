/** The kinds of parameters that most functions have. */
import type { Type } from "../type.ts";
import type { Parameter } from "./definition.ts";
import { dynamicType, listType, numberType, stringType } from "../type.ts";

export function text(name: string): Parameter {
  return { name, type: stringType };
}

/** The path of a file or a folder, which may begin with `path.module`. */
export function filePath(name: string): Parameter {
  return { name, type: stringType, needs: "path" };
}

/** A string that may have symbols in it. */
export function symbolicText(name: string): Parameter {
  return { name, type: stringType, needs: "nothing" };
}

export function number(name: string): Parameter {
  return { name, type: numberType };
}

/** Any type, wholly known. */
export function known(name: string): Parameter {
  return { name, type: dynamicType };
}

/** Any type of which the kind and the keys are known. */
export function shaped(name: string, type: Type = dynamicType): Parameter {
  return { name, type, needs: "shape" };
}

/** Anything at all, null and unknown included. */
export function anything(name: string): Parameter {
  return { name, type: dynamicType, nullable: true, needs: "nothing" };
}

export function listOfAny(name: string): Parameter {
  return { name, type: listType(dynamicType), needs: "shape" };
}
