/** What a role's ARN says, of whose text a part may be symbolic. */
import { perObject } from "../base/remember.ts";
import { joinLiterals } from "../terraform/parts.ts";
import { knownText, type StringPart, type Value } from "../terraform/value.ts";
import { identityOf, signatureOf, symbolSignature } from "./signature.ts";

interface RoleName {
  /** `/`, or what begins and ends with one where it is a path. */
  readonly path: readonly StringPart[];
  readonly name: readonly StringPart[];
  /** What stands before `:role`: partition and account. */
  readonly before: readonly StringPart[];
}

/** What stands behind `:role`, taken apart at the last `/` that is written out. Its texts say nothing of their places. */
export const nameInArn = perObject((given: readonly StringPart[]): RoleName | undefined => {
  const parts = joinLiterals(given);
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "literal") continue;
    const at = part.text.search(index < parts.length - 1 ? /:role(?=\/|$)/ : /:role(?=\/)/);
    if (at < 0) continue;
    const [before, rest] = [part.text.slice(0, at), part.text.slice(at + ":role".length)];
    const found = splitPath([...literal(rest), ...parts.slice(index + 1)]);
    return found && { ...found, before: [...parts.slice(0, index), ...literal(before)] };
  }
  return undefined;
});

/** Where it begins with a symbol, that is a path: `role${aws_iam_role.x.path}name`. */
function splitPath(parts: readonly StringPart[]): Pick<RoleName, "path" | "name"> | undefined {
  const last = parts.findLastIndex((part) => part.kind === "literal" && part.text.includes("/"));
  const part = parts[last];
  const split =
    part?.kind === "literal"
      ? splitAt(parts, last, part.text)
      : { path: parts.slice(0, 1), name: parts.slice(1) };
  return split.name.length === 0 ? undefined : split;
}

function splitAt(parts: readonly StringPart[], index: number, text: string): Pick<RoleName, "path" | "name"> {
  const end = text.lastIndexOf("/") + 1;
  return {
    path: [...parts.slice(0, index), ...literal(text.slice(0, end))],
    name: [...literal(text.slice(end)), ...parts.slice(index + 1)],
  };
}

function literal(text: string): readonly StringPart[] {
  return text === "" ? [] : [{ kind: "literal", text, origin: undefined }];
}

/**
 * Whether the path is that of the role at the address, which sets `own`. One that is written out counts as meant:
 * where it is another one, `role-arn-mismatch` says so.
 */
export function isPathOf({ path }: Pick<RoleName, "path">, own: Value | undefined, address: string): boolean {
  if (knownText(path) !== undefined) return true;
  if (path.some(({ kind }) => kind === "unknown")) return false;
  const signature = signatureOf(path);
  return signature === identityOf(own) || signature === symbolSignature(`${address}.path`);
}

/** The account's section as a signature. */
export function accountInArn({ before }: Pick<RoleName, "before">): string {
  const at = before.findLastIndex((part) => part.kind === "literal" && part.text.includes(":"));
  const part = before[at];
  if (part?.kind !== "literal") return signatureOf(before);
  const text = part.text.slice(part.text.lastIndexOf(":") + 1);
  return signatureOf([{ ...part, text }, ...before.slice(at + 1)]);
}
