/** What folds, as line numbers from one: the first stays in sight, the last is the last that goes. */
import { describe, expect, it } from "vitest";
import { foldingRanges } from "../../server/src/features/foldingRanges.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

function foldsOf(source: string): readonly string[] | undefined {
  const { files } = readFixture(source);
  const text = files[0]?.text ?? "";
  const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length;
  return foldingRanges(snapshotOf(files), "file:///module/main.tf")?.map(({ start, end, kind }) =>
    [`${lineOf(start)}-${lineOf(end)}`, ...(kind === "code" ? [] : [kind])].join(" "),
  );
}

describe("folding", () => {
  it.each([
    ["a block", `resource "spacelift_stack" "x" {\n  a = 1\n}`, ["1-2"]],
    ["blocks in blocks", `a "spacelift_x" {\n  b {\n    c = 1\n  }\n}`, ["1-4", "2-3"]],
    ["nothing on one line", `a "spacelift_x" { b = [1, 2] }`, []],
    ["nothing where only brackets would go", `a "spacelift_x" {\n}`, []],
    [
      "a call around an object once",
      `locals {\n  spacelift_a = jsonencode({\n    a = [\n      1,\n    ]\n  })\n}`,
      ["1-6", "2-5", "3-4"],
    ],
    [
      "objects of a list",
      `locals {\n  spacelift_a = [{\n    a = 1\n  }, {\n    a = 2\n  }]\n}`,
      ["1-6", "2-5", "4-5"],
    ],
    ["a for expression", `locals {\n  spacelift_a = { for k in [] :\n    k => k\n  }\n}`, ["1-4", "2-3"]],
    ["parentheses", `locals {\n  spacelift_a = (\n    1\n  )\n}`, ["1-4", "2-3"]],
    [
      "a heredoc, with its marker in sight",
      `locals {\n  spacelift_a = <<-EOT\n    # one\n    # two\n  EOT\n}`,
      ["1-5", "2-4"],
    ],
    ["a run of comments", `# spacelift_\n# b\n// c\n\n# d\n`, ["1-3 comment"]],
    ["no comments behind code", `a = 1 # spacelift_\nb = 1 # y\n`, []],
    ["a long comment", `/*\n * spacelift_\n */\n`, ["1-3 comment"]],
    ["no comment inside a string", `locals {\n  spacelift_a = "#"\n  b = "/*"\n  c = "*/"\n}`, ["1-4"]],
    [
      "regions, one in another",
      `# region spacelift_\n#region inner\na = 1\n#endregion\n# x\n# y\n// endregion\n`,
      ["1-7 region", "2-4 region", "5-6 comment"],
    ],
    ["no region left open", `# region spacelift_\na = 1\n`, []],
    ["no region that leaves its block", `a "spacelift_" {\n  # region r\n  b = 1\n}\n# endregion\n`, ["1-3"]],
    ["a block left open, up to its last text", `a "spacelift_x" {\n  b = 1\n\n\n`, ["1-2"]],
    [
      "a block left open, up to the next",
      `a "spacelift_x" {\n  b = 1\n\nc "d" {\n  e = 1\n}\n`,
      ["1-2", "4-5"],
    ],
    ["with Windows line ends", `a "spacelift_x" {\r\n  b = 1\r\n}\r\n`, ["1-2"]],
  ])("%s", (_, source, expected) => {
    expect(foldsOf(source)).toEqual(expected);
  });

  it("leaves modules that are not about Spacelift to the editor", () => {
    expect(foldsOf(`a "b" {\n  c = 1\n}`)).toBeUndefined();
  });

  it("starts and ends at the ends of lines", () => {
    const { files } = readFixture(`a "spacelift_x" { # why\n  b = 1 \n}`);
    const [range] = foldingRanges(snapshotOf(files), "file:///module/main.tf") ?? [];
    expect(files[0]?.text.slice(range?.start, range?.end)).toBe("\n  b = 1 ");
  });
});
