/**
 * Every `.tf` file of `cases` (our grammar) and `hosted` (HashiCorp's scope, by the stand-in grammar) has the
 * scopes that the text file beside it says. `UPDATE=1` rewrites those text files: read their difference.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { projectPath } from "./contributions.ts";
import { renderSnapshot } from "./snapshot.ts";
import { hashicorpScope, ownScope, tokeniserFor } from "./tokenise.ts";

const suites = [
  { folder: "test/grammar/cases", scope: ownScope },
  { folder: "test/grammar/hosted", scope: hashicorpScope },
];

const update = process.env["UPDATE"] === "1";

describe.each(suites)("$folder", ({ folder, scope }) => {
  const files = readdirSync(projectPath(folder)).filter((name) => name.endsWith(".tf"));

  test("has cases", () => {
    expect(files).not.toEqual([]);
  });

  test.each(files)("%s", async (name) => {
    const tokenise = await tokeniserFor(scope);
    const snapshot = projectPath(`${folder}/${basename(name, ".tf")}.scopes.txt`);
    const actual = renderSnapshot(tokenise(readFileSync(projectPath(`${folder}/${name}`), "utf8")));
    if (update) writeFileSync(snapshot, actual);
    expect(existsSync(snapshot), "run with UPDATE=1 to write the snapshot").toBe(true);
    expect(actual).toBe(readFileSync(snapshot, "utf8"));
  });
});
