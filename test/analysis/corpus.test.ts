/**
 * All rules over real modules. Most of them are in use, so each error or warning here was read and is a mistake that
 * Terraform, Spacelift or AWS would refuse, too; hints are advice. A rule that says more or less changes the table.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { moduleFileNames } from "../../server/src/workspace/moduleFiles.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const corpus = process.env["SPACELIFT_AWS_CORPUS"] ?? resolve(import.meta.dirname, "../../../shared/corpus");
const folder = join(corpus, "spacelift");

type Counts = Readonly<Record<string, number>>;

/**
 * What is found in each module; nothing in those that are not listed. Some are the fragments of documentation that
 * people paste: what they refer to is not declared, and their alternatives share one address.
 */
const expected: Readonly<Record<string, Counts>> = {
  "206d58d3d1": { "attachment-before-role": 1 },
  "2c2ee5ba96": { "deprecated-resource": 1 },
  "32f513f0a4": { "deprecated-resource": 1 },
  "3c8d8cc61c": {
    "deprecated-resource": 4,
    "duplicate-address": 1,
    "role-arn-format": 2,
    "unknown-reference": 1,
  },
  "46c9429936": { "deprecated-resource": 1 },
  "51faab5806": {
    "deprecated-resource": 4,
    "duplicate-address": 1,
    "role-arn-format": 2,
    "unknown-reference": 1,
  },
  "7ea3b2fb9d": { "unknown-reference": 1 },
  "84342a9dd7": { "duplicate-address": 1, "unknown-reference": 4 },
  "9c252efe82": { "duplicate-address": 1 },
  a01846b757: { "unknown-reference": 2 },
  ac41627997: { "deprecated-resource": 1 },
  b544954a7e: {
    "integration-unattached": 1,
    "trust-external-id-mismatch": 1,
    "trust-principal-mismatch": 1,
    "unknown-attribute": 1,
  },
  c0ba691ed3: { "deprecated-resource": 2 },
  e7dea91dc5: { "unknown-reference": 1 },
  f947d4d761: { "deprecated-resource": 4 },
};

function countsOf(key: string): Counts {
  const files = moduleFileNames(readdirSync(join(folder, key))).map((name) => ({
    uri: `file:///module/${name}`,
    text: readFileSync(join(folder, key, name), "utf8"),
    expected: [],
  }));
  const counts: Record<string, number> = {};
  for (const { code } of diagnose(snapshotOf(files))) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const present = existsSync(folder);
const title = present
  ? "the modules of the corpus"
  : `no corpus at ${folder}: set SPACELIFT_AWS_CORPUS to where it is`;

describe.skipIf(!present)(title, () => {
  const keys = present ? readdirSync(folder).sort() : [];

  it("are all there that were reviewed", () => {
    expect(keys.length).toBeGreaterThanOrEqual(Object.keys(expected).length);
    expect(Object.keys(expected).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it.each(keys)("%s has the findings that were reviewed", (key) => {
    expect(countsOf(key)).toEqual(expected[key] ?? {});
  });
});
