/**
 * Why *Generate the matching IAM trust policy* is withheld, by reason, over the modules of the law's test: how many
 * integrations, and a seed to look at. `npx tsx test/bench/withheld.ts 600`.
 */
import { viewOf } from "../../server/src/analysis/moduleView.ts";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { generateTitle } from "../../server/src/features/trustPolicy/actions.ts";
import { moduleFrom } from "../features/law/modules.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const modules = Number(process.argv[2] ?? 600);
/** What is right as it is needs no action. */
const already = "The trust policy is this already.";

interface Reason {
  integrations: number;
  readonly seeds: number[];
}

const reasons = new Map<string, Reason>();
let integrations = 0;

async function count(): Promise<void> {
  for (let seed = 1; seed <= modules; seed++) {
    const { files, settings } = moduleFrom(seed);
    const snapshot = snapshotOf(files, { settings });
    for (const { declaration, schema, block, file } of viewOf(snapshot).family) {
      if (schema.mode !== "resource" || schema.type !== "spacelift_aws_integration") continue;
      integrations++;
      const logged: string[] = [];
      const place = { start: block.start, end: block.start };
      const actions = await codeActions(snapshot, file.uri, place, (message) => logged.push(message));
      const main = actions.find(({ title }) => title.startsWith(generateTitle));
      if (main?.kind === "generate") continue;
      const refused = main?.kind === "disabled" ? main.reason : undefined;
      if (refused === already) continue;
      const objection = logged.find(
        (message) => message.startsWith(generateTitle) && message.includes(declaration.address),
      );
      note(refused ?? objection?.replace(/^.*?not offered for [^,]*, /s, "") ?? "no reason given", seed);
    }
  }
}

/** Reasons that differ in names alone are one. */
function note(reason: string, seed: number): void {
  const key = reason.replaceAll(/[\w.]+\.\w+(\[[^\]]*\])?/g, "…");
  const entry = reasons.get(key) ?? { integrations: 0, seeds: [] };
  entry.integrations++;
  entry.seeds.push(seed);
  reasons.set(key, entry);
}

function report(): void {
  const sorted = [...reasons].sort(([, a], [, b]) => b.integrations - a.integrations);
  const total = sorted.reduce((sum, [, reason]) => sum + reason.integrations, 0);
  console.log(`${integrations} integrations, of which ${total} have no offer`);
  for (const [reason, { integrations: times, seeds }] of sorted) {
    console.log(`${String(times).padStart(4)}  seeds ${seeds.slice(0, 6).join(", ")}: ${reason}`);
  }
}

void count().then(report);
