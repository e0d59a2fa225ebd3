/** How findings speak of the things in a module. */
import { typeName, type BlockSchema, type ValueType } from "../spacelift/schema.ts";

const nouns: Readonly<Record<string, string>> = {
  spacelift_aws_integration: "integration",
  spacelift_aws_integrations: "list of integrations",
  spacelift_aws_integration_attachment: "attachment",
  spacelift_aws_integration_attachment_external_id: "external ID",
  spacelift_aws_role: "role",
  spacelift_stack_aws_role: "role",
  spacelift_account: "account",
};

/** "integration", or "integration data source". */
export function nounOf({ mode, type }: BlockSchema): string {
  const noun = nouns[type] ?? "block";
  return mode === "data" ? `${noun} data source` : noun;
}

/** "an integration", as a sentence needs it. */
export function aNounOf(schema: BlockSchema): string {
  const noun = nounOf(schema);
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** The same at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[], conjunction: "and" | "or" | "nor" = "and"): string {
  const last = names.at(-1) ?? "";
  const others = names.slice(0, -1);
  return others.length === 0 ? last : `${others.join(", ")} ${conjunction} ${last}`;
}

/** "a string", "a list of texts", as a sentence needs it. */
export function typeInWords(type: ValueType): string {
  switch (type.kind) {
    case "string":
      return "a string";
    case "number":
      return "a number";
    case "bool":
      return "true or false";
    case "list":
    case "set":
      return type.of.kind === "string" ? "a list of strings" : `a ${typeName(type)}`;
    case "map":
      return "a map";
    case "object":
      return "an object";
  }
}
