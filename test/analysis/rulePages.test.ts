/** Every rule has a page: its sections in order, a wrong example with the finding, and a right one without any. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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

function severityOf(code: string): string {
  return rules.find((rule) => rule.code === code)?.severity ?? "error";
}

/** The page with the message behind the example of what is wrong. */
function withMessage(page: string, message: string): string {
  const wrong = /(## Wrong\n\n```hcl\n[^]*?```\n)(\n```text\n[^]*?```\n)?/;
  return page.replace(wrong, (_, example: string) => `${example}\n\`\`\`text\n${message}\n\`\`\`\n`);
}

/** More is not read, and does not fit in a hover. */
const longestMessage = 160;

describe.each(ruleCodes)("the page of %s", (code) => {
  const page = pageOf(code);

  it("is called like the rule and has its sections", () => {
    expect(page.startsWith(`# \`${code}\`\n`)).toBe(true);
    const [summary = ""] = page.split("\n").slice(2);
    expect(summary.toLowerCase()).toMatch(new RegExp(`^${severityOf(code)}\\b`));
    expect([...page.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(sections);
  });

  it("shows what is wrong and what is right", () => {
    expect(findingsIn(page, "Wrong").map((finding) => finding.code)).toContain(code);
    expect(findingsIn(page, "Right").filter(({ severity }) => severity !== "hint")).toEqual([]);
  });

  it("shows the message", () => {
    const [said] = findingsIn(page, "Wrong").filter((finding) => finding.code === code);
    const shown = withMessage(page, said?.message ?? "");
    if (process.env["UPDATE"] === "1") writeFileSync(join(folder, `${code}.md`), shown);
    expect(page, "run with UPDATE=1 to write the message anew").toBe(shown);
  });

  it("tells whether there is a quick fix", () => {
    const fixes = findingsIn(page, "Wrong")
      .filter((finding) => finding.code === code)
      .flatMap((finding) => finding.fixes());
    const [summary = ""] = page.split("\n").slice(2);
    if (fixes.length > 0) expect(summary).toContain("Quick fix: ");
    if (summary.includes("No quick fix")) expect(fixes).toEqual([]);
  });

  // What the parser says is in HashiCorp's words.
  if (code === "syntax") return;
  it("has a short message", () => {
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
