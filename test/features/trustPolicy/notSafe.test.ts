/** A policy that would not keep the law is not offered, and the light bulb says why. */
import { expect, it } from "vitest";
import { codeActions } from "../../../server/src/features/codeActions.ts";
import { generateTitle } from "../../../server/src/features/trustPolicy/actions.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

it("for integrations of which some have no role", async () => {
  const { files, cursor } = readFixture(`
    resource "spacelift_aws_integration" "main" {
      for_each = toset(["a", "b"])
      name     = each.key$0
      role_arn = aws_iam_role.spacelift[each.key].arn
    }

    resource "aws_iam_role" "spacelift" {
      for_each           = toset(["a"])
      name               = "spacelift-\${each.key}"
      assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
    }
  `);
  const { uri = "", span = { start: 0, end: 0 } } = cursor ?? {};
  const actions = await codeActions(snapshotOf(files), uri, span, () => undefined);
  const offered = actions.filter(({ kind }) => kind === "generate");
  expect(offered).toEqual([]);
  expect(actions.find(({ title }) => title === generateTitle)).toMatchObject({
    kind: "disabled",
    reason: expect.stringMatching(/^Not safe here: .*cannot be told.*\.$/s) as string,
  });
});
