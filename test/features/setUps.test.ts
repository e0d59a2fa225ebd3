/** The set-ups that completion offers: what they write, and that it keeps the law of what is generated. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { viewOf } from "../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../server/src/analysis/trust/judge.ts";
import { isAccepted } from "../../server/src/features/judge.ts";
import { brokenPromise } from "../../server/src/features/verify/trustLaw.ts";
import type { Scope } from "../../server/src/features/trustPolicy/plan.ts";
import { withoutTabStops } from "../../server/src/lsp/convertCompletion.ts";
import { cycleThrough } from "../../server/src/terraform/dependencies.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { completed, completionsAt } from "../kit/checkCompletion.ts";
import { expectGolden } from "../kit/golden.ts";
import { snapshotOf, type SnapshotOptions } from "../kit/snapshot.ts";
import { hasTerraform, terraformFmt } from "../kit/terraform.ts";

interface Promised {
  readonly label: string;
  /** What it writes into an empty file. */
  readonly file: string;
  /** Who may get in, and under which label the role and its integration stand. */
  readonly integrations: Readonly<Record<string, Scope>>;
}

const setUps: readonly Promised[] = [
  { file: "oneStack.tf", label: "spacelift aws set-up", integrations: { this: "integration" } },
  {
    file: "manyStacks.tf",
    label: "spacelift aws set-up for many stacks",
    integrations: { this: "attachments" },
  },
  {
    file: "readAndWrite.tf",
    label: "spacelift aws set-up for reading and writing",
    integrations: { read: "integration", write: "integration" },
  },
  {
    file: "privateWorker.tf",
    label: "spacelift aws set-up for a private worker",
    integrations: { this: "attachments" },
  },
];

const stacks = `resource "spacelift_stack" "network" {
  name       = "network"
  repository = "infrastructure"
  branch     = "main"
}

resource "spacelift_stack" "database" {
  name       = "database"
  repository = "infrastructure"
  branch     = "main"
}

`;
const repeatedStacks = `resource "spacelift_stack" "all" {
  for_each = toset(["network", "database"])

  name       = each.key
  repository = "infrastructure"
  branch     = "main"
}

`;

const modules: readonly (readonly [string, string, SnapshotOptions])[] = [
  ["an empty file", "", {}],
  ["a module with stacks", stacks, {}],
  ["a module with repeated stacks", repeatedStacks, {}],
  ["an account that is known", "", { settings: { accountName: "acme", instance: "us.spacelift.io" } }],
  ["the older format", "", { settings: { externalIdFormat: "hyphen" } }],
  ["both formats", "", { settings: { externalIdFormat: "both" } }],
];

const uri = "file:///module/main.tf";

function snapshotWith(text: string, options: SnapshotOptions): Snapshot {
  return snapshotOf([{ uri, text, expected: [] }], options);
}

function codesIn(snapshot: Snapshot): readonly string[] {
  return diagnose(snapshot).map(({ code, message }) => `${code}: ${message}`);
}

describe.each(setUps)("$label", ({ label, file, integrations }) => {
  it("writes what stands beside it", () => {
    expectGolden(join(import.meta.dirname, "setUps", file), completed("$0\n", label));
  });

  it("has its tab stops in the order in which they stand", () => {
    const { items } = completionsAt("$0\n");
    const snippet = items.find((each) => each.label === label)?.snippet ?? "";
    const stops = [...snippet.matchAll(/(?<!\\)\$\{(\d)/g)].map(([, stop]) => stop);
    expect([...new Set(stops)].join("")).toBe("123456".slice(0, new Set(stops).size));
  });

  describe.each(modules)("in %s", (_, module, options) => {
    const text = completed(`${module}$0\n`, label, options);
    const before = snapshotWith(module, options);
    const after = snapshotWith(text, options);

    it("is accepted by HashiCorp's parser, waits for nothing in a circle and gives no finding", async () => {
      expect(await isAccepted(text)).toBe(true);
      expect(
        [...after.module.byAddress.keys()].filter((address) => cycleThrough(after.module, address)),
      ).toEqual([]);
      expect(codesIn(after)).toEqual(codesIn(before));
    });

    it("lets every session in, and nobody else", () => {
      const judged = verdictsOf(viewOf(after));
      expect(judged.map(({ subject }) => subject.block.declaration.name)).toEqual(Object.keys(integrations));
      expect(judged.every(({ sessions }) => sessions.length > 0)).toBe(true);
      for (const [name, scope] of Object.entries(integrations)) {
        const promise = {
          integration: `spacelift_aws_integration.${name}`,
          role: `aws_iam_role.${name}`,
          scope,
        };
        expect(brokenPromise(before, after, promise)).toBeUndefined();
      }
    });

    it("is the same for an editor without snippets", () => {
      const { items } = completionsAt(`${module}$0\n`, options);
      const item = items.find((each) => each.label === label);
      expect(`${module}${withoutTabStops(item?.snippet ?? "")}\n`).toBe(text);
    });

    it.skipIf(!hasTerraform)("is formatted (skipped without terraform on the PATH)", () => {
      expect(terraformFmt(text)).toBe(text);
    });
  });

  it("lets every session in for certain, or one of a worker that nobody knows", () => {
    const after = snapshotWith(completed("$0\n", label), {});
    const outcomes = verdictsOf(viewOf(after)).flatMap(({ assumer, sessions }) =>
      sessions.map(({ outcome }) => `${assumer}: ${outcome}`),
    );
    const expected = label.includes("worker") ? "worker: unknown" : "spacelift: allowed";
    expect(new Set(outcomes)).toEqual(new Set([expected]));
  });

  it("can be taken again", () => {
    const once = completed("$0\n", label);
    const twice = completed(`${once}\n$0\n`, label);
    expect(codesIn(snapshotWith(twice, {}))).toEqual([]);
    const outcomes = verdictsOf(viewOf(snapshotWith(twice, {}))).flatMap(({ sessions }) =>
      sessions.map(({ outcome }) => outcome),
    );
    expect(outcomes).not.toContain("refused");
  });
});

it("uses the data sources and the stacks that are there", () => {
  const text = completed(`data "spacelift_account" "me" {}\n${stacks}$0\n`, "spacelift aws set-up");
  expect(text).toContain("data.spacelift_account.me.aws_account_id");
  expect(text.match(/data "spacelift_account"/g)).toHaveLength(1);
  expect(text).toContain("stack_id       = spacelift_stack.network.id");
});
