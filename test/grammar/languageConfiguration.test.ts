/** The patterns of language-configuration.json do what an editor asks of them. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { projectPath } from "./contributions.ts";

const pattern = v.pipe(
  v.string(),
  v.transform((source) => new RegExp(source)),
);

const configuration = v.parse(
  v.object({
    autoClosingPairs: v.array(v.object({ open: v.string(), close: v.string() })),
    folding: v.object({ markers: v.object({ start: pattern, end: pattern }) }),
    indentationRules: v.object({ increaseIndentPattern: pattern, decreaseIndentPattern: pattern }),
    onEnterRules: v.array(
      v.object({ beforeText: pattern, afterText: pattern, action: v.object({ appendText: v.string() }) }),
    ),
  }),
  JSON.parse(readFileSync(projectPath("language-configuration.json"), "utf8")),
);

/** What Enter between the two texts puts at the start of the new line. */
function onEnter(before: string, after: string): string {
  const rule = configuration.onEnterRules.find(
    (each) => each.beforeText.test(before) && each.afterText.test(after),
  );
  return rule?.action.appendText ?? "";
}

describe("language configuration", () => {
  test.each([
    { before: "# one", after: " two", appended: "# " },
    { before: "  // one", after: "two", appended: "// " },
    { before: "# one", after: "", appended: "" },
    { before: 'x = "#', after: "a", appended: "" },
  ])("Enter in $before|$after", ({ before, after, appended }) => {
    expect(onEnter(before, after)).toBe(appended);
  });

  test.each([
    { line: 'resource "a" "b" {', increases: true },
    { line: "  x = [", increases: true },
    { line: "  x = jsonencode({ # why", increases: true },
    { line: "  x = {} // {", increases: false },
    { line: "  # x = {", increases: false },
    { line: "  x = [1]", increases: false },
  ])("the line after $line is indented: $increases", ({ line, increases }) => {
    expect(configuration.indentationRules.increaseIndentPattern.test(line)).toBe(increases);
  });

  test.each([
    { line: "  }", decreases: true },
    { line: "])", decreases: true },
    { line: "x = {}", decreases: false },
  ])("$line is outdented: $decreases", ({ line, decreases }) => {
    expect(configuration.indentationRules.decreaseIndentPattern.test(line)).toBe(decreases);
  });

  test.each(["#region a", "  # region", "// #region"])("%s starts a fold", (line) => {
    expect(configuration.folding.markers.start.test(line)).toBe(true);
    expect(configuration.folding.markers.end.test(line.replace("region", "endregion"))).toBe(true);
  });

  test.each(["${", "%{"])("%s closes with a brace", (open) => {
    expect(configuration.autoClosingPairs.find((pair) => pair.open === open)?.close).toBe("}");
  });
});
