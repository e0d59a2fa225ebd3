/** Suggestions, through VS Code's own list. */
import { strict as assert } from "node:assert";
import { completionLabels } from "./kit/ask.ts";
import { eventually } from "./kit/eventually.ts";
import { openCase } from "./kit/openCase.ts";

const cases: readonly { readonly at: string; readonly text: string; readonly offers: readonly string[] }[] = [
  {
    at: "in an empty block",
    text: 'resource "spacelift_aws_integration" "x" {\n  $0\n}\n',
    offers: ["name", "role_arn", "duration_seconds", "labels"],
  },
  {
    at: "in a block that is still open",
    text: 'resource "spacelift_aws_integration" "x" {\n  $0',
    offers: ["name", "role_arn"],
  },
  {
    at: "for the type of a resource",
    text: 'resource "$0" "x" {\n}\n',
    offers: ["spacelift_aws_integration", "spacelift_aws_integration_attachment"],
  },
  {
    at: "for a boolean",
    text: 'resource "spacelift_aws_integration" "x" {\n  autoattach_enabled = $0\n}\n',
    offers: ["true", "false"],
  },
  {
    at: "for a reference to an integration",
    text:
      'resource "spacelift_aws_integration" "main" {\n}\n\n' +
      'resource "spacelift_aws_integration_attachment" "x" {\n  integration_id = $0\n}\n',
    offers: ["spacelift_aws_integration.main.id"],
  },
];

describe("completion", () => {
  for (const { at, text, offers } of cases) {
    it(at, async () => {
      const where = await openCase(text);
      const labels = await eventually(
        "suggestions",
        () => completionLabels(where),
        (found) => offers.every((offer) => found.includes(offer)),
      );
      assert.equal(new Set(labels).size, labels.length, "nothing is offered twice");
    });
  }
});
