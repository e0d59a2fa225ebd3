/**
 * Modules at random that depend on their variables in every way. What is said while nobody knows the variables holds
 * whatever they are given: `OPEN_SEED=3 OPEN_MODULES=5000` for other and for more modules than CI tries.
 */
import { expect, it } from "vitest";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import type { Outcome } from "../../../server/src/iam/explanation.ts";
import { textOf } from "../../../server/src/base/span.ts";
import { randomFrom } from "../../hcl/judge/random.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";
import { randomInputs, randomModule, withInputs } from "./kit/randomModule.ts";

const seed = Number(process.env["OPEN_SEED"] ?? 1);
const modules = Number(process.env["OPEN_MODULES"] ?? 250);
const instances = Number(process.env["OPEN_INPUTS"] ?? 8);

const settings = { accountName: "acme", instance: "spacelift.io" };

/** The outcomes of the sessions of each attachment, by its header. */
function outcomesIn(source: string): ReadonlyMap<string, readonly Outcome[]> {
  const found = new Map<string, Outcome[]>();
  const { files } = readFixture(source);
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  for (const { sessions } of verdictsOf(viewOf(snapshotOf(files, { settings })))) {
    for (const { session, outcome } of sessions) {
      if (session.origin !== "attachment") continue;
      const { uri, span } = session.place;
      const header = textOf(texts.get(uri) ?? "", span);
      found.set(header, [...(found.get(header) ?? []), outcome]);
    }
  }
  return found;
}

it("says only what holds for all that the variables are given", { timeout: 60_000 + modules * 100 }, () => {
  const counts = { allowed: 0, refused: 0, unknown: 0, same: 0, compared: 0 };
  for (let index = 0; index < modules; index++) {
    const random = randomFrom(seed * 1_000_003 + index);
    const module = randomModule(random);
    const open = outcomesIn(module);
    const given = Array.from({ length: instances }, () => randomInputs(random));
    const closed = given.map((inputs) => outcomesIn(withInputs(module, inputs)));
    for (const [header, outcomes] of open) {
      const [outcome] = outcomes;
      if (outcome === undefined) continue;
      counts[outcome]++;
      const all = closed.map((one) => one.get(header) ?? []);
      const definite = all.flat().filter((one) => one !== "unknown");
      counts.compared += definite.length;
      if (outcome === "unknown") {
        if (new Set(all.flat()).size === 1 && definite.length >= instances / 2) {
          counts.same++;
          if (process.env["OPEN_SHOW"] === "same") console.log(`=== ${header} ${definite[0]}\n${module}`);
        }
        continue;
      }
      for (const [at, one] of all.entries()) {
        const wrong: Outcome | undefined = one.find((result) => result !== "unknown" && result !== outcome);
        if (wrong) {
          expect.fail(`${header} is ${outcome}, and ${wrong} with ${JSON.stringify(given[at])}:\n${module}`);
        }
      }
    }
  }
  if (process.env["OPEN_SHOW"]) console.log(JSON.stringify(counts));
  expect(counts.compared).toBeGreaterThan(modules);
});
