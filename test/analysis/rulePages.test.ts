/** Every rule has a page: its sections in order, a wrong example with the finding, and a right one without any. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ruleCodes } from "../../server/src/analysis/ruleCodes.ts";
import { rules } from "../../server/src/analysis/rules/table.ts";
import type { Finding } from "../../server/src/analysis/finding.ts";
import { findingsOf } from "../kit/checkRule.ts";

const folder = resolve(import.meta.dirname, "../../docs/rules");
const sections = [
  "What it finds",
  "Why it matters",
  "Wrong",
  "Right",
  "How it decides",
  "What it cannot see",
];

function pageOf(code: string): string {
  const path = join(folder, `${code}.md`);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** The findings of the example of a section. */
function findingsIn(page: string, section: string): readonly Finding[] {
  const example = new RegExp(`## ${section}\n\n\`\`\`hcl\n([^]*?)\`\`\``).exec(page)?.[1];
  expect(example, `an example of what is ${section}`).toBeDefined();
  return findingsOf([{ uri: "file:///module/main.tf", text: example ?? "", expected: [] }]);
}

/** More is not read, and does not fit in a hover. */
const longestMessage = 160;

describe.each(ruleCodes)("the page of %s", (code) => {
  const page = pageOf(code);

  it("is called like the rule and has its sections", () => {
    expect(page.startsWith(`# \`${code}\`\n`)).toBe(true);
    expect([...page.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(sections);
  });

  it("shows what is wrong and what is right", () => {
    expect(findingsIn(page, "Wrong").map((finding) => finding.code)).toContain(code);
    expect(findingsIn(page, "Right").filter(({ severity }) => severity !== "hint")).toEqual([]);
  });

  it.skipIf(/^trust-|^syntax$/.test(code))("has a short message", () => {
    const said = findingsIn(page, "Wrong").filter((finding) => finding.code === code);
    for (const { message } of said) {
      const withoutCycle = message.replace(/\S+( → \S+)+/, "");
      expect(withoutCycle.length, message).toBeLessThanOrEqual(longestMessage);
    }
  });
});

describe("the table of rules", () => {
  const table = readFileSync(join(folder, "README.md"), "utf8");

  it("lists each rule once, with its severity and what it finds", () => {
    const rows = [...table.matchAll(/^\| \[`([a-z-]+)`\]\(\1\.md\) \| (\w+) \| (.*?) *\|$/gm)];
    const listed = rows.map(([, code, severity, finds]) => ({ code, severity, finds }));
    const known = rules.map(({ code, severity, summary }) => ({ code, severity, finds: summary }));
    expect(listed.filter(({ code }) => code !== "syntax")).toEqual(known);
  });
});

it("no two rules share a code", () => {
  expect(new Set(ruleCodes).size).toBe(ruleCodes.length);
});
