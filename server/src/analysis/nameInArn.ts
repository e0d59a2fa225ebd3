/** What a role's ARN says, of whose text a part may be symbolic. */
import { perObject } from "../base/remember.ts";
import type { StringPart } from "../terraform/value.ts";
import { signatureOf } from "./signature.ts";

interface RoleName {
  /** `/`, or a path that begins and ends with one. */
  readonly path: string;
  readonly name: readonly StringPart[];
  /** What stands before `:role/`: partition and account. */
  readonly before: readonly StringPart[];
}

/** What stands behind `:role/`. The path has to be literal; the name may be symbolic. */
export const nameInArn = perObject((parts: readonly StringPart[]): RoleName | undefined => {
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "literal") continue;
    const at = part.text.indexOf(":role/");
    if (at < 0) continue;
    const rest = [{ ...part, text: part.text.slice(at + 6) }, ...parts.slice(index + 1)];
    const found = splitPath(rest);
    return (
      found && { ...found, before: [...parts.slice(0, index), { ...part, text: part.text.slice(0, at) }] }
    );
  }
  return undefined;
});

function splitPath([first, ...others]: readonly StringPart[]): Omit<RoleName, "before"> | undefined {
  if (
    first?.kind !== "literal" ||
    others.some((part) => part.kind === "literal" && part.text.includes("/"))
  ) {
    return undefined;
  }
  const slash = first.text.lastIndexOf("/");
  const tail = first.text.slice(slash + 1);
  const name = tail === "" ? others : [{ ...first, text: tail }, ...others];
  return name.length === 0 ? undefined : { path: `/${first.text.slice(0, slash + 1)}`, name };
}

/** The account's section as a signature. */
export function accountInArn({ before }: Pick<RoleName, "before">): string {
  const at = before.findLastIndex((part) => part.kind === "literal" && part.text.includes(":"));
  const part = before[at];
  if (part?.kind !== "literal") return signatureOf(before);
  const text = part.text.slice(part.text.lastIndexOf(":") + 1);
  return signatureOf([{ ...part, text }, ...before.slice(at + 1)]);
}
