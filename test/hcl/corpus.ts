/**
 * The corpus of real files that the tests run over where it is present: `../shared/corpus` beside the
 * project, or the folder that SPACELIFT_AWS_CORPUS names. The project's own samples serve elsewhere.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

interface Verdict {
  readonly path: string;
  readonly accepted: boolean;
  readonly problems?: readonly { readonly line: number; readonly column: number; readonly summary: string }[];
}

interface CorpusFile {
  readonly path: string;
  readonly text: string;
  readonly verdict: Verdict;
}

export const corpusFolder = process.env["SPACELIFT_AWS_CORPUS"] ?? resolve("../shared/corpus");

const index = join(corpusFolder, "verdicts.jsonl");

export const corpusIsPresent = existsSync(index);

export const corpusAbsent = `no corpus at ${corpusFolder}: set SPACELIFT_AWS_CORPUS to where it is`;

/** All files that have a verdict; none where the corpus is absent. */
export function corpusFiles(): readonly CorpusFile[] {
  if (!corpusIsPresent) return [];
  return readFileSync(index, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const verdict = JSON.parse(line) as Verdict;
      return { path: verdict.path, text: readFileSync(join(corpusFolder, verdict.path), "utf8"), verdict };
    });
}

/** Texts to vary and to cut: those of the corpus, or else the project's own. */
export function sampleTexts(): readonly string[] {
  const corpus = corpusFiles();
  return corpus.length > 0 ? corpus.map((file) => file.text) : ownSamples();
}

/** The project's own texts, which hold every construct of the language. */
export function ownSamples(): readonly string[] {
  const folder = new URL("samples/", import.meta.url);
  return ["expressions.hcl", "structure.hcl", "templates.hcl", "terraform.hcl"].map((name) =>
    readFileSync(new URL(name, folder), "utf8"),
  );
}
