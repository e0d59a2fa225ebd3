/**
 * Slugs: the IDs of stacks and modules, made from their names.
 * Spacelift's operator (https://github.com/spacelift-io/spacelift-operator, `safe_slug.go`) makes them with
 * https://github.com/gosimple/slug and cuts them to 256 characters; the platform is taken to do the same.
 */
import { transliterate } from "./transliterate.ts";

export type Slug =
  { readonly kind: "known"; readonly slug: string } | { readonly kind: "unknown"; readonly reason: string };

const longestSlug = 256;

/** In words, for messages. */
export const slugAlphabet = `small letters, digits, "-" and "_"`;

const replacements: ReadonlyMap<string, string> = new Map([
  ["&", "and"],
  ["@", "at"],
  ['"', ""],
  ["'", ""],
  ["’", ""],
  ["‒", "-"],
  ["–", "-"],
  ["—", "-"],
  ["―", "-"],
]);

/** The slug that a new stack of that name gets. One that was renamed keeps its old slug. */
export function slugOf(name: string): Slug {
  const replaced = Array.from(name.trim(), (character) => replacements.get(character) ?? character).join("");
  const spelled = transliterate(replaced);
  if (spelled.kind === "foreign") {
    return unknown(`how Spacelift spells "${spelled.character}" in a slug is not known`);
  }
  const slug = trimEnds(
    spelled.text
      .toLowerCase()
      .replaceAll(/[^a-z0-9_-]/g, "-")
      .replaceAll(/-+/g, "-"),
  );
  return slug === ""
    ? unknown("the name has no letter or digit")
    : { kind: "known", slug: slug.slice(0, longestSlug) };
}

export interface ModuleNaming {
  readonly name?: string | undefined;
  readonly terraformProvider?: string | undefined;
  readonly repository?: string | undefined;
}

/**
 * The slug of a module: `terraform-<provider>-<name>`, the provider being `default` where the name is given and
 * it is not; both are taken from a repository called `terraform-<provider>-<name>` where neither is given.
 * https://docs.spacelift.io/vendors/terraform/module-registry
 */
export function moduleSlugOf(naming: ModuleNaming): Slug {
  const { name, terraformProvider, repository } = naming;
  if (name !== undefined) return plainSlug(`terraform-${terraformProvider ?? "default"}-${name}`);
  if (terraformProvider !== undefined) return unknown("the module has a provider but no name of its own");
  if (repository === undefined) return unknown("neither the module's name nor its repository is known");
  return /^terraform-[^-]+-.+$/.test(repository)
    ? plainSlug(repository)
    : unknown("the repository is not called terraform-<provider>-<name>");
}

/** True for text that a slug can be. Where its hyphens stand is not checked: a stack may be given one by hand. */
export function isPossibleSlug(text: string): boolean {
  return text.length <= longestSlug && /^[a-z0-9_-]+$/.test(text);
}

/** How a module's name is spelled where it is no slug already is documented nowhere. */
function plainSlug(text: string): Slug {
  return isPossibleSlug(text)
    ? { kind: "known", slug: text }
    : unknown("how Spacelift spells this module's name in a slug is not known");
}

function trimEnds(text: string): string {
  return text.replaceAll(/^[-_]+|[-_]+$/g, "");
}

function unknown(reason: string): Slug {
  return { kind: "unknown", reason };
}
