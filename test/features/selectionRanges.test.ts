/** What the selection grows to, from the cursor outwards, without the whole file at the end. */
import { describe, expect, it } from "vitest";
import { selectionRanges } from "../../server/src/features/selectionRanges.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

function growth(source: string): readonly string[] | undefined {
  const { files, cursor } = readFixture(source);
  const text = files[0]?.text ?? "";
  const [spans] = selectionRanges(snapshotOf(files), cursor?.uri ?? "", [cursor?.span.start ?? 0]) ?? [];
  const texts = spans?.map(({ start, end }) => text.slice(start, end));
  expect(texts?.at(-1) ?? text).toBe(text);
  return texts?.slice(0, -1);
}

describe("the selection grows", () => {
  it.each([
    [
      "from a name over string, list and attribute to the block",
      `spacelift_x "y" {\n  a = ["p-\${local.b$0}"]\n}\n`,
      [
        "b",
        "local.b",
        "\${local.b}",
        "p-\${local.b}",
        '"p-\${local.b}"',
        '["p-\${local.b}"]',
        'a = ["p-\${local.b}"]',
        '\n  a = ["p-\${local.b}"]\n',
        'spacelift_x "y" {\n  a = ["p-\${local.b}"]\n}',
      ],
    ],
    ["from a label", `spacelift_x "y$0" {}\n`, ["y", '"y"', 'spacelift_x "y" {}']],
    [
      "over the arguments of a call",
      `spacelift_a = f(1, x$0.y)\n`,
      ["x", "x.y", "1, x.y", "f(1, x.y)", "spacelift_a = f(1, x.y)"],
    ],
    [
      "over an item and the inside of its object",
      `spacelift_a = { b = 1$0 }\n`,
      ["1", "b = 1", " b = 1 ", "{ b = 1 }", "spacelift_a = { b = 1 }"],
    ],
    [
      "over a comment",
      `a "spacelift_x" {\n  # o$0ne\n}\n`,
      ["# one", "\n  # one\n", 'a "spacelift_x" {\n  # one\n}'],
    ],
    [
      "in a block left open",
      `z = 1\na "spacelift_x" {\n  b = c$0\n`,
      ["c", "b = c", "\n  b = c\n", 'a "spacelift_x" {\n  b = c\n'],
    ],
    ["from between two blocks to the file", `spacelift_a {}\n\n$0\nb {}\n`, []],
  ])("%s", (_, source, expected) => {
    expect(growth(source)).toEqual(expected);
  });

  it("gives one answer for each place", () => {
    const { files } = readFixture("spacelift_a = 1\nb = 2\n");
    expect(selectionRanges(snapshotOf(files), "file:///module/main.tf", [0, 20, 4000, -1])).toHaveLength(4);
  });

  it("leaves modules that are not about Spacelift to the editor", () => {
    expect(growth("a = $01")).toBeUndefined();
  });
});
