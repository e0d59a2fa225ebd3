/** *Fix all*: everything that needs no decision, to the end, as one edit for each file. */
import { expect, it } from "vitest";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import { fixAll } from "../../server/src/features/fixAll.ts";
import { readFixture, stripIndent } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

function fixed(source: string, uri?: string): readonly string[] {
  const { files } = readFixture(source);
  const edits = fixAll(snapshotOf(files), uri);
  return files.map((file) =>
    applyEdits(
      file.text,
      edits.filter((entry) => entry.uri === file.uri).flatMap((entry) => entry.edits),
    ),
  );
}

const source = `
  //- /main.tf
  resource "spacelift_aws_integration" "main" {
    nam              = "main"
    iam_role_arn     = "arn:aws:iam::123456789012:role/spacelift"
    duration_seconds = 60
    external_id      = "mine"
  }
  //- /stacks.tf
  resource "spacelift_aws_integration_attachment" "a" {
    integration_id = spacelift_aws_integration.main.id
    stack_id       = "a"
    wirte          = true
  }
`;

it("mends a file and leaves the others alone", () => {
  const [main, stacks] = fixed(source, "file:///module/main.tf");
  expect(main).toBe(
    stripIndent(`
      resource "spacelift_aws_integration" "main" {
        name             = "main"
        role_arn         = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 900
      }
    `),
  );
  expect(stacks).toContain("wirte");
});

it("mends a whole module until nothing is left to mend", () => {
  const after = fixed(source);
  expect(after[1]).toContain("write");
  const { files } = readFixture(source);
  const snapshot = snapshotOf(files.map((file, index) => ({ ...file, text: after[index] ?? "" })));
  expect(diagnose(snapshot).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(fixAll(snapshot)).toEqual([]);
});

it("changes nothing that works: hints stay", () => {
  const older = `
    resource "spacelift_stack_aws_role" "main" {
      stack_id = "a"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
    }
  `;
  expect(fixAll(snapshotOf(readFixture(older).files))).toEqual([]);
});
