/** Modules that would take too long to judge are judged as far as it goes, and say so. */
import { expect, it } from "vitest";
import { diagnose } from "../../../server/src/analysis/diagnose.ts";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** Many patterns with wildcards inside, each against texts that may be anything. */
function integration(index: number): string {
  const values = range(60).map((each) => `"acme@*-${index}-*${each}*@*r*t*"`);
  const attachments = range(10).map(
    (each) => `
      variable "stack_${index}_${each}" {}
      resource "spacelift_aws_integration_attachment" "a${index}_${each}" {
        integration_id = spacelift_aws_integration.i${index}.id
        stack_id       = "\${var.stack_${index}_${each}}-x"
      }`,
  );
  return `
    resource "spacelift_aws_integration" "i${index}" {
      name     = "i${index}"
      role_arn = aws_iam_role.r${index}.arn
    }
    resource "aws_iam_role" "r${index}" {
      assume_role_policy = jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "324880187172" }
          Action    = "sts:AssumeRole"
          Condition = { StringLike = { "sts:ExternalId" = [${values.join(", ")}] } }
        }]
      })
    }
    ${attachments.join("\n")}`;
}

it("judges the first integrations, and says of the others that they take too long", () => {
  const text = range(60).map(integration).join("\n");
  const snapshot = snapshotOf([{ uri: "file:///module/main.tf", text, expected: [] }], {
    settings: { accountName: "acme" },
  });
  const roles = verdictsOf(viewOf(snapshot)).map(({ role }) => role);
  expect(roles[0]?.kind).toBe("judged");
  const last = roles.at(-1);
  expect(last?.kind === "unjudged" ? last.reason : "judged").toContain("too long");
  expect(diagnose(snapshot).filter(({ code }) => code.startsWith("trust-"))).toEqual([]);
});
