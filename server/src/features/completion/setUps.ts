/** Everything that stacks need to get AWS credentials: integrations, roles with their trust policies, attachments. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { KeywordPlace } from "./place.ts";
import { manyStacks } from "./setUps/manyStacks.ts";
import { oneStack } from "./setUps/oneStack.ts";
import { privateWorker } from "./setUps/privateWorker.ts";
import { readAndWrite } from "./setUps/readAndWrite.ts";
import type { SetUp } from "./setUps/setUp.ts";

const setUps: readonly SetUp[] = [oneStack, manyStacks, readAndWrite, privateWorker];

export function setUpItems(view: ModuleView, { word }: KeywordPlace): readonly CompletionItem[] {
  return setUps.map(({ label, detail, documentation, blocks }, index) => ({
    kind: "snippet",
    label,
    detail,
    documentation,
    replace: word,
    snippet: blocks(view)
      .map(({ snippet }) => snippet)
      .join("\n\n"),
    rank: 30 + index,
  }));
}
