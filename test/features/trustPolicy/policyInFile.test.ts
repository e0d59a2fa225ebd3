/** *Generate the matching IAM trust policy* for a role whose policy is a file of the workspace. */
import { expect, it } from "vitest";
import { applyEdits } from "../../../server/src/base/textEdit.ts";
import { codeActions } from "../../../server/src/features/codeActions.ts";
import { generateTitle } from "../../../server/src/features/trustPolicy/actions.ts";
import { readSettings } from "../../../server/src/workspace/settings.ts";
import { Workspace } from "../../../server/src/workspace/workspace.ts";
import { memoryFileSystem } from "../../kit/memoryFileSystem.ts";

const main = `resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

resource "aws_iam_role" "main" {
  name               = "spacelift"
  assume_role_policy = file("\${path.module}/trust.json")
}
`;

async function generated(trust: string): Promise<string> {
  const uri = "file:///w/main.tf";
  const workspace = new Workspace(
    memoryFileSystem({ "/w/main.tf": main, "/w/trust.json": trust }),
    () => undefined,
  );
  workspace.configure(readSettings({ accountName: "acme", instance: "spacelift.io" }).settings, false);
  workspace.setRoots(["file:///w"]);
  const actions = await codeActions(
    await workspace.snapshot(uri),
    uri,
    { start: 0, end: 0 },
    () => undefined,
  );
  const action = actions.find(({ title }) => title === generateTitle);
  if (action?.kind !== "generate") return action?.kind === "disabled" ? action.reason : "not offered";
  return applyEdits(
    main,
    action.edits.filter((entry) => entry.uri === uri).flatMap(({ edits }) => edits),
  );
}

it("writes the statements of the file into the role, and its own beside them", async () => {
  const alice = `{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:user/a\${b}" }, "Action": "sts:AssumeRole" }`;
  const after = await generated(`{ "Version": "2012-10-17", "Statement": [${alice}] }`);
  expect(after).toContain('AWS = "arn:aws:iam::123456789012:user/a$${b}"');
  expect(after).toContain('"sts:ExternalId" = "acme@${spacelift_aws_integration.main.id}@*"');
  expect(after).not.toContain("trust.json");
});

it("says that it comes from the file where that is no policy", async () => {
  expect(await generated("[]")).toContain("comes from file(");
});
