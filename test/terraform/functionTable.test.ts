/** The table of functions is complete, and the comparison with Terraform calls every one of them. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { findFunction, functionNames } from "../../server/src/terraform/functions/table.ts";
import { signatures } from "./kit/signatures.ts";
import { terraformVersion } from "./kit/terraformConsole.ts";

const version = terraformVersion();

test.skipIf(version === undefined)(
  `the functions are those of Terraform (${version ?? "terraform is not on the PATH"})`,
  () => {
    const output = execFileSync("terraform", ["metadata", "functions", "-json"], {
      encoding: "utf8",
      env: { ...process.env, TF_CLI_CONFIG_FILE: undefined },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const parsed: unknown = JSON.parse(output);
    const known = new Set(functionNames);
    const theirs = namesIn(parsed).filter((name) => !name.startsWith("core::") && !removed.has(name));
    expect(theirs.filter((name) => !known.has(name))).toEqual([]);
    expect(functionNames.filter((name) => !theirs.includes(name))).toEqual([]);
  },
);

/** They only tell people what to use in their place. */
const removed: ReadonlySet<string> = new Set(["list", "map"]);

function namesIn(output: unknown): readonly string[] {
  const holder = output !== null && typeof output === "object" ? Object.entries(output) : [];
  const signaturesFound = holder.find(([key]) => key === "function_signatures")?.[1] as unknown;
  return signaturesFound !== null && typeof signaturesFound === "object" ? Object.keys(signaturesFound) : [];
}

/** They read files or need references, and have tests of their own. */
const elsewhere = /^(?:file.*|templatefile|templatestring|sensitive)$/;

test("generated calls reach every function that is evaluated", () => {
  const evaluated = functionNames.filter((name) => typeof findFunction(name) !== "string");
  expect(evaluated.filter((name) => !elsewhere.test(name) && !(name in signatures))).toEqual([]);
});

test.each([["bcrypt"], ["timestamp"], ["uuid"], ["plantimestamp"], ["abspath"], ["pathexpand"]])(
  "%s is never evaluated",
  (name) => {
    expect(findFunction(name)).toBe("not reproducible");
  },
);
