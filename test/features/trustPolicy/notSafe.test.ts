/** A policy that would not keep the law is not offered, and the light bulb says why. */
import { describe, expect, it } from "vitest";
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

describe("for any stack of the account", () => {
  const title = "Generate a trust policy that admits any stack of your Spacelift account";
  const { files, cursor } = readFixture(`
    resource "spacelift_aws_integration" "main" {
      name     = "main"$0
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
    }
  `);

  it.each([
    ["at", true],
    ["hyphen", false],
    ["both", false],
  ])("in the format %s: %s, because only @ ends the account's name", async (externalIdFormat, isOffered) => {
    const { uri = "", span = { start: 0, end: 0 } } = cursor ?? {};
    const snapshot = snapshotOf(files, { settings: { externalIdFormat } });
    const actions = await codeActions(snapshot, uri, span, () => undefined);
    expect(actions.some((action) => action.title === title)).toBe(isOffered);
  });
});
