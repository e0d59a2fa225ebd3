/** Attributes that are put in, taken out and set, laid out as `terraform fmt` lays them out. */
import { describe, expect, it } from "vitest";
import {
  addToList,
  insertAttributes,
  removeItem,
  renameAttribute,
  setAttribute,
} from "../../server/src/analysis/edits.ts";
import { applyEdits, type TextEdit } from "../../server/src/base/textEdit.ts";
import type { Attribute, Block } from "../../server/src/hcl/ast.ts";
import { parse } from "../../server/src/hcl/parse.ts";
import { attributeOf } from "../../server/src/terraform/block.ts";
import type { ModuleFile } from "../../server/src/terraform/module.ts";
import { stripIndent } from "../kit/fixture.ts";

type Edit = (file: ModuleFile, block: Block) => readonly TextEdit[] | undefined;

function edited(source: string, edit: Edit): string {
  const text = stripIndent(source);
  const file = { uri: "file:///module/main.tf", syntax: parse(text) };
  const [block] = file.syntax.body.items;
  if (block?.kind !== "Block") throw new Error("the text begins with no block");
  return applyEdits(text, edit(file, block) ?? []);
}

function check(source: string, edit: Edit, after: string): void {
  expect(edited(source, edit)).toBe(stripIndent(after));
}

function named(block: Block, name: string): Attribute {
  const attribute = attributeOf(block, name);
  if (!attribute) throw new Error(`no attribute ${name}`);
  return attribute;
}

const long: Edit = (file, block) => insertAttributes(file, block, [{ name: "longer_name", value: "1" }]);

describe("insertAttributes", () => {
  it("aligns with the line at which a heredoc begins", () => {
    check(
      `
        t "n" {
          a      = 1
          policy = <<EOF
        {}
        EOF
          b      = 2
        }
      `,
      long,
      `
        t "n" {
          a           = 1
          policy      = <<EOF
        {}
        EOF
          b           = 2
          longer_name = 1
        }
      `,
    );
  });

  it("aligns the group that it joins, and no other", () => {
    check(
      `
      a {
        x = 1

        y  = 2 # two
        zz = 3
      }
      `,
      long,
      `
      a {
        x = 1

        y           = 2 # two
        zz          = 3
        longer_name = 1
      }
      `,
    );
  });

  it("stands alone behind a value of several lines", () => {
    check(
      `
      a {
        x = 1
        y = [
          2,
        ]
      }
      `,
      long,
      `
      a {
        x = 1
        y = [
          2,
        ]
        longer_name = 1
      }
      `,
    );
  });

  it("stays before nested blocks and depends_on", () => {
    check(
      `
      a {
        count = 1

        x = 1

        depends_on = [b.c]

        lifecycle {}
      }
      `,
      long,
      `
      a {
        count = 1

        x           = 1
        longer_name = 1

        depends_on = [b.c]

        lifecycle {}
      }
      `,
    );
  });

  it("comes first where there are blocks only", () => {
    check(
      `
      a {
        b {}
      }
      `,
      long,
      `
      a {
        longer_name = 1

        b {}
      }
      `,
    );
  });

  it("opens a block of one line, indented as it is", () => {
    expect(edited('a { x = "y" }', long)).toBe('a {\n  x           = "y"\n  longer_name = 1\n}');
  });

  it("keeps the line ends of the file", () => {
    expect(edited("a {\r\n  x = 1\r\n}\r\n", long)).toBe(
      "a {\r\n  x           = 1\r\n  longer_name = 1\r\n}\r\n",
    );
  });

  it("puts meta-arguments into a group of their own at the end", () => {
    check(
      `
      a {
        x = 1
      }
      `,
      (file, block) => insertAttributes(file, block, [{ name: "depends_on", value: "[b.c]" }]),
      `
      a {
        x = 1

        depends_on = [b.c]
      }
      `,
    );
  });
});

describe("removeItem", () => {
  it("takes the line with its comment, and aligns what remains", () => {
    check(
      `
      a {
        x           = 1
        longer_name = 2 # gone
        y           = 3
      }
      `,
      (file, block) => removeItem(file, block, named(block, "longer_name")),
      `
      a {
        x = 1
        y = 3
      }
      `,
    );
  });

  it("takes the empty line before the last item", () => {
    check(
      `
      a {
        x = 1

        y = 3
      }
      `,
      (file, block) => removeItem(file, block, named(block, "y")),
      `
      a {
        x = 1
      }
      `,
    );
  });

  it("leaves the braces of a block of one line", () => {
    expect(edited("a { x = 1 }", (file, block) => removeItem(file, block, named(block, "x")))).toBe("a { }");
  });
});

it("renameAttribute aligns the group anew", () => {
  check(
    `
    a {
      x = 1
      y = 2
    }
    `,
    (file, block) => renameAttribute(file, block, named(block, "x"), "name"),
    `
    a {
      name = 1
      y    = 2
    }
    `,
  );
});

it("setAttribute replaces the value that is there", () => {
  check(
    `
    a {
      x = false # why
    }
    `,
    (file, block) => setAttribute(file, block, { name: "x", value: "true" }),
    `
    a {
      x = true # why
    }
    `,
  );
});

describe("addToList", () => {
  const add: Edit = (file, block) => addToList(file, block, { name: "l", value: "b" });

  it.each([
    ["a {\n  l = []\n}\n", "a {\n  l = [b]\n}\n"],
    ["a {\n  l = [a]\n}\n", "a {\n  l = [a, b]\n}\n"],
    ["a {\n  l = [\n    a\n  ]\n}\n", "a {\n  l = [\n    a,\n    b\n  ]\n}\n"],
    ["a {\n  l = [\n    a,\n  ]\n}\n", "a {\n  l = [\n    a,\n    b,\n  ]\n}\n"],
    ["a {\n  x = 1\n}\n", "a {\n  x = 1\n  l = [b]\n}\n"],
    ["a {\n  l = concat(x, y)\n}\n", "a {\n  l = concat(x, y)\n}\n"],
  ])("turns %j into %j", (before, after) => {
    expect(edited(before, add)).toBe(after);
  });
});
