/**
 * Judges as many texts as one likes: `npm run judge -- --cases 20000 --seed 7`.
 * Prints each text on which our verdict is not HashiCorp's, made as small as possible, and the totals.
 */
import { parseArgs } from "node:util";
import { sampleTexts } from "../corpus.ts";
import { judgedTexts } from "./cases.ts";
import { compare, type Comparison, shrink } from "./compare.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    lines: { type: "boolean", default: false },
  },
});

interface Totals {
  judged: number;
  accepted: number;
  disagreements: number;
  otherLine: number;
}

const totals: Totals = { judged: 0, accepted: 0, disagreements: 0, otherLine: 0 };

void main();

async function main(): Promise<void> {
  for (const text of judgedTexts(Number(values.seed), Number(values.cases), sampleTexts())) {
    const comparison = await compare(text);
    if (comparison === undefined) continue;
    totals.judged++;
    if (comparison.accepted) totals.accepted++;
    if (!comparison.verdictsAgree) {
      totals.disagreements++;
      await show(text, (again) => !again.verdictsAgree);
    } else if (!comparison.linesAgree) {
      totals.otherLine++;
      if (values.lines) await show(text, (again) => !again.linesAgree);
    }
  }

  const rejected = totals.judged - totals.accepted - totals.disagreements;
  console.log(
    `${totals.judged} texts judged, ${totals.accepted} of them accepted; ` +
      `${totals.disagreements} verdicts differ; ` +
      `first problem on another line in ${totals.otherLine} of ${rejected} rejected ` +
      `(${((100 * totals.otherLine) / Math.max(1, rejected)).toFixed(1)} %)`,
  );
  process.exit(totals.disagreements > 0 ? 1 : 0);
}

async function show(text: string, holds: (comparison: Comparison) => boolean): Promise<void> {
  const small = await shrink(text, async (shorter) => {
    const again = await compare(shorter);
    return again !== undefined && holds(again);
  });
  const { theirs = [], ours = [] } = (await compare(small)) ?? {};
  console.log(JSON.stringify(small));
  console.log("  HashiCorp:", summaries(theirs));
  console.log("  ours:     ", summaries(ours));
}

function summaries(problems: Comparison["ours"]): string {
  if (problems.length === 0) return "accepted";
  return problems.map(({ line, column, summary }) => `${line},${column} ${summary}`).join("; ");
}
