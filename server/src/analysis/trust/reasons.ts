/** Why something is not known, in words that follow "because" or stand alone. */
import { assertNever } from "../../base/assertNever.ts";
import type { UnknownReason } from "../../terraform/value.ts";

export function reasonInWords(reason: UnknownReason): string {
  const { kind } = reason;
  if (kind === "error") return `Terraform cannot evaluate this: ${reason.message}`;
  const { subject } = reason;
  switch (kind) {
    case "variable without value":
      return `var.${subject} is set from outside the module`;
    case "known after apply":
      return subject === "" ? "it is known after apply" : `${subject} is known after apply`;
    case "data source":
      return `${subject} is read when Terraform runs`;
    case "module output":
      return `module.${subject} hands it out`;
    case "unsupported function":
      return `the function ${subject} is not evaluated here`;
    case "not reproducible":
      return `${subject} gives another value in each run`;
    case "file not readable":
      return `the file ${subject} is not read here`;
    case "not declared":
      return `${subject} is not declared in this module`;
    case "syntax error":
      return "the text is not complete yet";
    case "cycle":
      return "it refers to itself";
    case "too large":
      return "it is too large to evaluate here";
    default:
      return assertNever(kind);
  }
}
