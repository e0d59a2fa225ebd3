/** Symbols of the kinds that trust policies and external IDs are made of: what their strings can look like. */
import { alphabetOf, anyCharacter } from "../../iam/alphabet.ts";
import type { StringSymbol } from "../../iam/symbolic.ts";
import { ulidLength } from "../../spacelift/identifiers.ts";
import { shownSymbol } from "../../terraform/symbolNames.ts";

type Shape = Pick<StringSymbol, "alphabet" | "minLength" | "maxLength">;

/** https://github.com/ulid/spec */
const ulid: Shape = {
  alphabet: alphabetOf("0-9ABCDEFGHJKMNPQRSTVWXYZ"),
  minLength: ulidLength,
  maxLength: ulidLength,
};
const slug: Shape = { alphabet: alphabetOf("a-z0-9_-"), minLength: 1, maxLength: 256 };
const awsAccountId: Shape = { alphabet: alphabetOf("0-9"), minLength: 12, maxLength: 12 };
const partition: Shape = { alphabet: alphabetOf("a-z-"), minLength: 3, maxLength: 20 };
const anything: Shape = { alphabet: anyCharacter, minLength: 0, maxLength: Infinity };
/** `read` or `write`. */
const phase: Shape = { alphabet: alphabetOf("readwit"), minLength: 4, maxLength: 5 };

/** `resource`: the module makes the thing, so that two of them are never the same one. */
export function integrationIdSymbol(id: string, owner: "resource" | "other"): StringSymbol {
  return symbol(id, `the ID of ${ownerOf(id)}`, ulid, owner === "resource" ? "integration" : undefined);
}

export function slugSymbol(
  id: string,
  kind: "stack" | "module",
  owner: "resource" | "other",
  label = `the slug of ${ownerOf(id)}`,
): StringSymbol {
  return symbol(id, label, slug, owner === "resource" ? kind : undefined);
}

export function awsAccountSymbol(id: string): StringSymbol {
  return symbol(id, "the AWS account that Terraform works in", awsAccountId);
}

export function partitionSymbol(id: string): StringSymbol {
  return symbol(id, "the AWS partition that Terraform works in", partition);
}

export function phaseSymbol(id: string): StringSymbol {
  return symbol(id, "read or write", phase);
}

/** A string of which only the name is known. */
export function openSymbol(id: string, label: string): StringSymbol {
  return symbol(id, label, anything);
}

function symbol(id: string, label: string, shape: Shape, distinctAs?: string): StringSymbol {
  return {
    kind: "symbol",
    id,
    label: shownSymbol(label),
    ...shape,
    ...(distinctAs === undefined ? {} : { distinctAs }),
  };
}

function ownerOf(id: string): string {
  return id.replace(/\.(id|integration_id|slug)$/, "");
}
