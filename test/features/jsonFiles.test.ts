/** Features in files of Terraform's JSON syntax: what reads works, and what would write native syntax is silent. */
import { expect, it } from "vitest";
import { definition } from "../../server/src/features/definition.ts";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import { foldingRanges } from "../../server/src/features/foldingRanges.ts";
import { hover } from "../../server/src/features/hover.ts";
import { references } from "../../server/src/features/references.ts";
import { rename } from "../../server/src/features/rename.ts";
import { selectionRanges } from "../../server/src/features/selectionRanges.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const uri = "file:///module/main.tf.json";
const text = JSON.stringify(
  {
    locals: { role: 'arn:aws:iam::123456789012:role/"quoted"' },
    resource: {
      spacelift_aws_integration: {
        main: { name: 'main ${upper("x")}', role_arn: "${local.role}", labels: ["a", "b\n"] },
      },
    },
    output: {
      id: { value: "${spacelift_aws_integration.main.id}", depends_on: ["spacelift_aws_integration.main"] },
    },
  },
  null,
  2,
);
const native = { uri: "file:///module/other.tf", text: "locals {\n  other = local.role\n}\n", expected: [] };
const snapshot = snapshotOf([{ uri, text, expected: [] }, native]);

it("lead from a reference to what declares it, and back", () => {
  const offset = text.indexOf("local.role") + 7;
  const found = definition(snapshot, uri, offset);
  expect(found?.targets.map(({ nameSpan }) => text.slice(nameSpan.start, nameSpan.end))).toEqual(["role"]);
  expect(references(snapshot, uri, offset, true)).toHaveLength(3);
});

it("rename in both syntaxes", () => {
  const renamed = rename(snapshot, uri, text.indexOf("local.role") + 7, "arn");
  expect(JSON.stringify(renamed)).toContain("other.tf");
  expect(JSON.stringify(renamed)).toContain("main.tf.json");
});

it("tell the value under the cursor", () => {
  expect(hover(snapshot, uri, text.indexOf("local.role") + 7)?.markdown).toContain("role/");
});

it("stay within the text, wherever the cursor is and however much is written", () => {
  for (let length = 0; length <= text.length; length += 7) {
    const prefix = text.slice(0, length);
    const cut = snapshotOf([{ uri, text: prefix, expected: [] }, native]);
    for (const { span } of documentSymbols(cut, uri)) expect(span.end).toBeLessThanOrEqual(length);
    for (const { start, end } of foldingRanges(cut, uri) ?? []) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(length);
    }
    for (let offset = 0; offset <= length; offset += 5) {
      hover(cut, uri, offset);
      definition(cut, uri, offset);
      for (const spans of selectionRanges(cut, uri, [offset]) ?? []) {
        for (const { start, end } of spans) {
          expect(start).toBeLessThanOrEqual(offset);
          expect(end).toBeGreaterThanOrEqual(offset);
        }
      }
    }
  }
});
