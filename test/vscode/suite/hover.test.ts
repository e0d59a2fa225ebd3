/** Documentation under the mouse. */
import { hoverText } from "./kit/ask.ts";
import { eventually } from "./kit/eventually.ts";
import { openCase } from "./kit/openCase.ts";

const cases: readonly { readonly on: string; readonly text: string; readonly says: RegExp }[] = [
  {
    on: "the type, how the external ID is composed",
    text: 'resource "spacelift_aws_$0integration" "x" {\n}\n',
    says: /external ID[^]*@/i,
  },
  {
    on: "an attribute, its default",
    text: 'resource "spacelift_aws_integration" "x" {\n  duration_$0seconds = 900\n}\n',
    says: /900/,
  },
];

describe("hover", () => {
  for (const { on, text, says } of cases) {
    it(`says on ${on}`, async () => {
      const where = await openCase(text);
      await eventually(
        "hover",
        () => hoverText(where),
        (found) => says.test(found),
      );
    });
  }
});
