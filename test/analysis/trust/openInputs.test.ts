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

interface Opened {
  readonly target: string;
  readonly outcome: Outcome;
}

/** What is said of the sessions of each attachment, by its header. */
function openedIn(source: string): ReadonlyMap<string, readonly Opened[]> {
  const found = new Map<string, Opened[]>();
  const { files } = readFixture(source);
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  for (const { sessions } of verdictsOf(viewOf(snapshotOf(files, { settings })))) {
    for (const { session, outcome } of sessions) {
      if (session.origin !== "attachment") continue;
      const { uri, span } = session.place;
      const header = textOf(texts.get(uri) ?? "", span);
      found.set(header, [...(found.get(header) ?? []), { target: session.target, outcome }]);
    }
  }
  return found;
}

/** Where a stack depends on a condition there is a session for each: that with its name, or a variable may be it. */
function saidOf({ target }: Opened, open: readonly Opened[]): ReadonlySet<Outcome> {
  const may = open.filter((one) => one.target === target || /^var\.|^each\./.test(one.target));
  return new Set((may.length > 0 ? may : open).map(({ outcome }) => outcome));
}

it("says only what holds for all that the variables are given", { timeout: 60_000 + modules * 100 }, () => {
  const counts = { allowed: 0, refused: 0, unknown: 0, same: 0, compared: 0 };
  for (let index = 0; index < modules; index++) {
    const random = randomFrom(seed * 1_000_003 + index);
    const module = randomModule(random);
    const given = Array.from({ length: instances }, () => randomInputs(random));
    const closed = given.map((inputs) => openedIn(withInputs(module, inputs)));
    for (const [header, open] of openedIn(module)) {
      for (const { outcome } of open) counts[outcome]++;
      const definite = closed.map((one) =>
        (one.get(header) ?? []).filter(({ outcome }) => outcome !== "unknown"),
      );
      counts.compared += definite.flat().length;
      for (const [at, sessions] of definite.entries()) {
        for (const session of sessions) {
          const said = saidOf(session, open);
          if (said.has("unknown") || said.has(session.outcome)) continue;
          const inputs = JSON.stringify(given[at]);
          expect.fail(`${header} is ${[...said].join()}, and ${session.outcome} with ${inputs}:\n${module}`);
        }
      }
      const all = definite.flat();
      const isUnknown = open.every(({ outcome }) => outcome === "unknown");
      if (!isUnknown || all.length < instances / 2 || new Set(all.map(({ outcome }) => outcome)).size > 1)
        continue;
      counts.same++;
      if (process.env["OPEN_SHOW"] === "same") console.log(`=== ${header} ${all[0]?.outcome}\n${module}`);
    }
  }
  if (process.env["OPEN_SHOW"]) console.log(JSON.stringify(counts));
  expect(counts.compared).toBeGreaterThan(modules);
});
