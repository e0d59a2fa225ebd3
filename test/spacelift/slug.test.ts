/** Tests slugs against the examples of Spacelift's operator and of the library that it uses. */
import { describe, expect, it } from "vitest";
import { isPossibleSlug, slugOf } from "../../server/src/spacelift/slug.ts";

describe("slugOf", () => {
  it.each([
    ["Provider test stack abc", "provider-test-stack-abc"],
    ["test_slug", "test_slug"],
    ["_test_slug_", "test_slug"],
    ["-test-slug-", "test-slug"],
    ["terragrunt-starter/root/s3", "terragrunt-starter-root-s3"],
    ["This & that", "this-and-that"],
    ["bacon bacon", "bacon-bacon"],
    ["  Dobroslaw     Zybort  ?", "dobroslaw-zybort"],
    ["Dobrosław Żybort", "dobroslaw-zybort"],
    ["Ala ma 6 kotów.", "ala-ma-6-kotow"],
    ["áÁàÀãÃâÂäÄąĄą̊Ą̊", "aaaaaaaaaaaaaa"],
    ["óÓòÒõÕôÔöÖǫǪǭǬø", "ooooooooooooooo"],
    ["y̨Y̨ýÝ", "yyyy"],
    ["2000–2013", "2000-2013"],
    ["style—not", "style-not"],
    ["Æ", "ae"],
    ["Ich heiße", "ich-heisse"],
    ["% 5 @ 4 $ 3 / 2 & 1 & 2 # 3 @ 4 _ 5", "5-at-4-3-2-and-1-and-2-3-at-4-_-5"],
    [`"C'est déjà l’été."`, "cest-deja-lete"],
    ["jaja---lol-méméméoo--a", "jaja-lol-mememeoo-a"],
    ["Đanković & Kožušček", "dankovic-and-kozuscek"],
    ["ĂăÂâÎîȘșȚț", "aaaaiisstt"],
    ["ąśśdasdaććąsadwsd", "assdasdaccasadwsd"],
    ["x".repeat(300), "x".repeat(256)],
  ])("%j is %j", (name, slug) => {
    expect(slugOf(name)).toEqual({ kind: "known", slug });
    expect(isPossibleSlug(slug)).toBe(true);
  });

  it.each([
    ["turtle 🐢", 'how Spacelift spells "🐢" in a slug is not known'],
    ["影師", 'how Spacelift spells "影" in a slug is not known'],
    ["fácil €", 'how Spacelift spells "€" in a slug is not known'],
    ["-_-", "the name has no letter or digit"],
    ["", "the name has no letter or digit"],
  ])("%j is unknown: %s", (name, reason) => {
    expect(slugOf(name)).toEqual({ kind: "unknown", reason });
  });
});

describe("isPossibleSlug", () => {
  it.each(["My Stack", "a/b", "a.b", "*", "A", "a@b", "", "x".repeat(257)])("refuses %j", (text) => {
    expect(isPossibleSlug(text)).toBe(false);
  });
  it.each(["my-stack", "my_stack", "7", "terraform-aws-network"])("takes %j", (text) => {
    expect(isPossibleSlug(text)).toBe(true);
  });
});
