/**
 * Measures recovery, ours and tree-sitter's, over the corpus: `npm run recovery -- --positions 20`.
 * With `--lost N` it prints the first N damaged texts of each kind in which we lose something.
 */
import { parseArgs } from "node:util";
import { parse } from "../../../server/src/hcl/parse.ts";
import { sampleTexts } from "../corpus.ts";
import { damageKinds } from "./damage.ts";
import { measure, percent } from "./measure.ts";
import { ourOutline, treeSitterOutline, treeSitterParser } from "./outline.ts";

const { values } = parseArgs({
  options: { positions: { type: "string", default: "10" }, lost: { type: "string", default: "0" } },
});

void main();

async function main(): Promise<void> {
  const texts = sampleTexts().filter((text) => text.length > 0 && parse(text).problems.length === 0);
  const positions = Number(values.positions);
  const theirOutline = treeSitterOutline(await treeSitterParser());
  console.log(`${texts.length} files, ${positions} places each`);
  for (const kind of damageKinds) {
    let show = Number(values.lost);
    const ours = measure(texts, kind, positions, ourOutline, (damaged, items) => {
      if (show-- > 0) console.log(`${mark(damaged.text, damaged.start)}\n--- lost: ${items.join(", ")}\n`);
    });
    const theirs = measure(texts, kind, positions, theirOutline);
    console.log(
      `${kind}: ours ${percent(ours).toFixed(3)} %, tree-sitter ${percent(theirs).toFixed(3)} % of ${ours.total}`,
    );
  }
}

function mark(text: string, at: number): string {
  const from = text.lastIndexOf("\n", Math.max(0, at - 300)) + 1;
  return `${text.slice(from, at)}<!>${text.slice(at, at + 500)}`;
}
