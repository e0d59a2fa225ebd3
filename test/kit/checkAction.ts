/** Applies a code action of a fixture and gives back the text. */
import { expect } from "vitest";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import { codeActions } from "../../server/src/features/codeActions.ts";
import type { Fixture } from "./fixture.ts";
import { snapshotOf, type SnapshotOptions } from "./snapshot.ts";

/** The files after the action of that title at the cursor; fails where it is not offered. */
export async function applyAction(
  fixture: Fixture,
  title: string,
  options?: SnapshotOptions,
): Promise<readonly string[]> {
  const { files, cursor } = fixture;
  expect(cursor, "the fixture has a cursor").toBeDefined();
  if (!cursor) return [];
  const log: string[] = [];
  const actions = await codeActions(snapshotOf(files, options), cursor.uri, cursor.span, (message) =>
    log.push(message),
  );
  const action = actions.find((candidate) => candidate.title === title);
  expect(
    action,
    `${title} among: ${actions.map((each) => each.title).join("; ")}; ${log.join("; ")}`,
  ).toBeDefined();
  if (action?.kind === "disabled") throw new Error(`it is disabled: ${action.reason}`);
  if (!action || !("edits" in action)) return [];
  return files.map(({ uri, text }) =>
    applyEdits(
      text,
      action.edits.filter((entry) => entry.uri === uri).flatMap(({ edits }) => edits),
    ),
  );
}
