/** Every example in docs/trust-policies.md is what the actions really write. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { documentForms, trustPolicyDocument } from "../../../server/src/features/trustPolicy/document.ts";
import { applyAction } from "../../kit/checkAction.ts";
import { readFixture, type Fixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

interface Example {
  /** The module that the last `before` shows. */
  readonly source: string;
  readonly kind: "after" | "document";
  /** The action's title, or the document's form. */
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const page = readFileSync(resolve(import.meta.dirname, "../../../docs/trust-policies.md"), "utf8");
const examples = readExamples();

function readExamples(): readonly Example[] {
  const found: Example[] = [];
  let source = "";
  const pattern = /<!-- (before|after|document)(?:: (.*?))?(?:; (\{.*?\}))? -->\n\n?```\w+\n(.*?)```/gs;
  for (const [, kind, name = "", settings = "{}", text = ""] of page.matchAll(pattern)) {
    if (kind === "before") source = text;
    else if (kind === "after" || kind === "document") {
      const parsed: Readonly<Record<string, unknown>> = { ...(JSON.parse(settings) as object) };
      found.push({ source, kind, name, settings: parsed, text });
    }
  }
  return found;
}

function fixtureOf({ source }: Example): Fixture {
  return readFixture(source.replace('"main" {', '"main" {$0'));
}

/** Without the indentation of its first line: an example may be a part of a block. */
async function resultOf(example: Example): Promise<string> {
  const { files } = fixtureOf(example);
  if (example.kind === "after") {
    const [after = ""] = await applyAction(fixtureOf(example), example.name, { settings: example.settings });
    return after;
  }
  const form = documentForms.find((one) => one === example.name);
  const snapshot = snapshotOf(files, { settings: example.settings });
  return (form && trustPolicyDocument(snapshot, "spacelift_aws_integration.main", form)?.text) ?? "";
}

describe("docs/trust-policies.md", () => {
  it("marks every example", () => {
    expect(page.match(/^```\w+$/gm)).toHaveLength(
      examples.length + (page.match(/<!-- before/g) ?? []).length,
    );
    expect(examples.length).toBeGreaterThan(15);
  });

  it.each(examples.map((example) => [example.name, example] as const))("%s", async (_, example) => {
    expect(await resultOf(example)).toContain(example.text);
  });
});
