/**
 * Slugs: the IDs of stacks and modules; those of stacks are made from their names.
 * Spacelift's operator (https://github.com/spacelift-io/spacelift-operator, `safe_slug.go`) makes them with
 * https://github.com/gosimple/slug and cuts them to 256 characters; the platform is taken to do the same.
 */
import { transliterate } from "./transliterate.ts";

type Slug =
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

/** True for text that a slug can be. Where its hyphens stand is not checked: a stack may be given one by hand. */
export function isPossibleSlug(text: string): boolean {
  return text.length <= longestSlug && /^[a-z0-9_-]+$/.test(text);
}

function trimEnds(text: string): string {
  return text.replaceAll(/^[-_]+|[-_]+$/g, "");
}

function unknown(reason: string): Slug {
  return { kind: "unknown", reason };
}
