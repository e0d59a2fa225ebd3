/** The light bulb in a role that one integration assumes offers what it offers in the integration. */
import { describe, expect, it } from "vitest";
import { codeActions } from "../../../server/src/features/codeActions.ts";
import { generateTitle } from "../../../server/src/features/trustPolicy/actions.ts";
import { applyAction } from "../../kit/checkAction.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

const integration = (name: string): string => `
resource "spacelift_aws_integration" "${name}" {
  name     = "${name}"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

resource "spacelift_aws_integration_attachment" "${name}" {
  integration_id = spacelift_aws_integration.${name}.id
  stack_id       = "network"
}
`;
const role = `
resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = $0jsonencode({ Version = "2012-10-17", Statement = [] })
}
`;

async function titlesAt(text: string): Promise<readonly string[]> {
  const { files, cursor } = readFixture(text);
  const { uri = "", span = { start: 0, end: 0 } } = cursor ?? {};
  const actions = await codeActions(snapshotOf(files), uri, span, () => undefined);
  return actions.map(({ title }) => title);
}

describe("in a role", () => {
  it("writes the policy of the integration that assumes it", async () => {
    const [after] = await applyAction(readFixture(integration("main") + role), generateTitle);
    expect(after).toContain("spacelift_aws_integration.main.id}@network@write");
  });

  it.each([
    ["that two integrations assume", integration("one") + integration("two") + role],
    ["that no integration assumes", integration("main").replace("role/spacelift", "role/other") + role],
  ])("%s it offers none", async (_name, text) => {
    expect(await titlesAt(text)).not.toContain(generateTitle);
  });
});
