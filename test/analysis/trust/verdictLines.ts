/** Verdicts of a fixture as lines of text: `main · network · write: allowed`. */
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import type { SessionVerdict } from "../../../server/src/analysis/trust/sessionJudge.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

export function verdictLines(
  source: string,
  settings: Readonly<Record<string, unknown>> = {},
  folder = "",
): readonly string[] {
  const { files } = readFixture(source);
  return verdictsOf(viewOf(snapshotOf(files, { settings, folder }))).flatMap(
    ({ subject, role, sessions }) => {
      const name = subject.address.replace(/^[a-z_]+\./, "");
      return role.kind === "unjudged"
        ? [`${name}: ${role.reason}`]
        : sessions.map((session) => `${name} · ${describeSession(session)}`);
    },
  );
}

function describeSession({ session, outcome, allowedFor }: SessionVerdict): string {
  const target = session.target.replace(/^[a-z_]+\./, "");
  const phase = session.phase === undefined ? "" : ` · ${session.phase}`;
  return `${target}${phase}: ${outcome}${allowedFor === undefined ? "" : `, allowed for ${allowedFor}`}`;
}

/** A module with one integration, attached to one stack, and a role with the given policy. */
export function moduleWith(policy: string, rest = "", integration = ""): string {
  return `
data "spacelift_account" "this" {}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
  ${integration}
}

resource "spacelift_stack" "network" {
  name       = "network"
  branch     = "main"
  repository = "infra"
}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.network.id
  depends_on     = [aws_iam_role.spacelift]
}

resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = ${policy}
}
${rest}`;
}
