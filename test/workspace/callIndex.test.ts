/** The index of who calls whom keeps what the disk said last, in whatever order its answers come in. */
import { describe, expect, it } from "vitest";
import { CallIndex } from "../../server/src/workspace/callIndex.ts";
import type { FileSystem } from "../../server/src/workspace/fileSystem.ts";

const root = "file:///w";
const calls = (folder: string): string => `module "m" {\n  source = "./${folder}"\n}\n`;

/** A disk whose answers about files wait until they are let go, with what stood in the file when it was asked for. */
function slowDisk(texts: Map<string, string>) {
  const waiting: (() => void)[] = [];
  const files: FileSystem = {
    readDirectory: (folder) =>
      Promise.resolve(folder === root ? [...texts.keys()].map((name) => ({ name, isDirectory: false })) : []),
    readFile: (uri) => {
      const text = texts.get(uri.slice(root.length + 1));
      return new Promise((resolve) => {
        waiting.push(() => resolve(text));
      });
    },
  };
  return {
    files,
    /** Until the disk has been asked for so many files that it has not answered. */
    askedFor: async (count: number) => {
      while (waiting.length < count) await Promise.resolve();
    },
    letGo: (index: number) => waiting.splice(index, 1)[0]?.(),
  };
}

function indexOver(files: FileSystem): CallIndex {
  return new CallIndex(files, () => undefined);
}

describe("the index of calls", () => {
  it("forgets a file that is deleted while all folders are read", async () => {
    const texts = new Map([["main.tf", calls("old")]]);
    const { files, askedFor, letGo } = slowDisk(texts);
    const index = indexOver(files);
    const walk = index.walk([root]);
    await askedFor(1);
    texts.delete("main.tf");
    index.markStale(root);
    await index.refresh();
    letGo(0);
    await walk;
    expect(index.callersOf(`${root}/old`)).toEqual([]);
  });

  it.each([
    ["in their order", [0, 0]],
    ["the other way round", [1, 0]],
  ])("believes the newest of two readings that end %s", async (_, order) => {
    const texts = new Map([["main.tf", calls("old")]]);
    const { files, askedFor, letGo } = slowDisk(texts);
    const index = indexOver(files);
    index.markStale(root);
    const first = index.refresh();
    await askedFor(1);
    texts.set("main.tf", calls("new"));
    index.markStale(root);
    const second = index.refresh();
    await askedFor(2);
    for (const place of order) letGo(place);
    await Promise.all([first, second]);
    expect(index.callersOf(`${root}/old`)).toEqual([]);
    expect(index.callersOf(`${root}/new`)).toEqual([root]);
  });

  it("does not answer before what was begun earlier has ended", async () => {
    const texts = new Map([["main.tf", calls("old")]]);
    const { files, askedFor, letGo } = slowDisk(texts);
    const index = indexOver(files);
    index.markStale(root);
    void index.refresh();
    await askedFor(1);
    let isDone = false;
    const asked = index.refresh().then(() => {
      isDone = true;
    });
    await Promise.resolve();
    expect(isDone).toBe(false);
    letGo(0);
    await asked;
    expect(index.callersOf(`${root}/old`)).toEqual([root]);
  });
});
