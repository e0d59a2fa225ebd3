/**
 * Policy variables in condition values: `${key}`, `${key, 'default'}` and the escapes `${*}`, `${?}`, `${$}`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
import { anyCharacter } from "./alphabet.ts";
import type { Truth } from "./formula.ts";
import { partsOf, type PatternPart } from "./pattern.ts";
import { eachItem, type Condition, type Policy, type Text } from "./policy.ts";
import { perObject } from "../base/remember.ts";
import { contextValue, type Context } from "./request.ts";
import { identityOf, knownText, type StringSymbol, type SymbolicString } from "./symbolic.ts";

/** The value with its variables replaced, or the name of one that has no value, so that nothing matches. */
export type Replaced =
  | { readonly kind: "parts"; readonly parts: readonly PatternPart[] }
  | { readonly kind: "unresolved"; readonly variable: string };

/** Only the version of 2012 has policy variables; a policy without a version is read as the older one. */
export function knowsVariables({ version }: Policy): Truth {
  if (version === undefined) return "no";
  const text = version.kind === "string" ? knownText(version.value) : undefined;
  if (text === undefined) return "unknown";
  return text === "2012-10-17" ? "yes" : "no";
}

/** The values of a condition with a brace in them, as few have one: only there can a variable stand. */
export const bracedTexts = perObject(({ values }: Condition): readonly Text[] => {
  const found: Text[] = [];
  eachItem(values, (text) => {
    if (holdsText(text.value, "{")) found.push(text);
  });
  return found;
});

export function hasVariable(value: SymbolicString): boolean {
  return holdsText(value, "${");
}

export function holdsText(value: SymbolicString, text: string): boolean {
  for (const segment of value) if (segment.kind === "literal" && segment.text.includes(text)) return true;
  return false;
}

export function replaceVariables(value: SymbolicString, context: Context): Replaced {
  const parts: PatternPart[] = [];
  for (const part of partsOf(value)) {
    if (part.kind === "symbol") {
      parts.push(part);
      continue;
    }
    for (const text of part.text.split(/(\$\{[^}]*\}?)/).filter((piece) => piece !== "")) {
      const replaced = text.startsWith("${") ? replace(text, context) : [{ ...part, text }];
      if (replaced === undefined) return { kind: "unresolved", variable: text };
      parts.push(...replaced);
    }
  }
  return { kind: "parts", parts };
}

/** The value as a policy reads it of which it is not known whether it knows variables. */
export function mayHaveVariables(value: SymbolicString): Replaced {
  return {
    kind: "parts",
    parts: [anything(identityOf(value), "a value whose policy variables may count or not")],
  };
}

const form = /^\$\{([^,\s{}]+)(?:,\s*'([^']*)')?\}$/;

function replace(variable: string, context: Context): readonly PatternPart[] | undefined {
  const [, key, fallback] = form.exec(variable) ?? [];
  if (key === undefined) return [anything(variable, "a policy variable that cannot be read")];
  if (["*", "?", "$"].includes(key)) return [{ kind: "text", text: key, quoted: true }];
  const value = contextValue(context, key);
  switch (value.kind) {
    case "single":
      return partsOf(value.value).map((part) => ({ ...part, quoted: true }));
    case "unknown":
      return [anything(variable, `the policy variable ${variable}`)];
    case "absent":
      return fallback === undefined ? undefined : [{ kind: "text", text: fallback, quoted: true }];
    case "several":
      return undefined;
  }
}

/** A part that may turn out to be any text. */
function anything(variable: string, label: string): PatternPart {
  const id = `policy variable ${identityOf([{ kind: "literal", text: variable.toLowerCase() }])}`;
  const symbol: StringSymbol = {
    kind: "symbol",
    id,
    label,
    alphabet: anyCharacter,
    minLength: 0,
    maxLength: Infinity,
  };
  return { kind: "symbol", symbol, quoted: false };
}
