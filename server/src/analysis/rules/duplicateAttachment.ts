/** `duplicate-attachment`: one integration is attached twice to one stack or module. */
import { attributeOf } from "../../terraform/block.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { familyOfType, headerOf, inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { settingOf } from "../setting.ts";
import { identityOf } from "../signature.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly first: FamilyBlock;
  readonly again: FamilyBlock;
}

export const duplicateAttachment = defineRule<Fact>({
  code: "duplicate-attachment",
  severity: "warning",
  summary: "One integration is attached twice to one stack or module.",
  find: duplicates,
  tell: ({ first, again }) => ({
    location: inFile(again, headerOf(again.block)),
    message:
      `This ${targetOf(again)} has the integration already, by ${first.declaration.address}, and Spacelift allows it ` +
      "once. Remove one; the other can read and write.",
    related: [{ location: inFile(first, headerOf(first.block)), message: "It is attached here, too." }],
  }),
});

function targetOf({ block }: FamilyBlock): string {
  return attributeOf(block, "module_id") ? "module" : "stack";
}

function duplicates(view: ModuleView): readonly Fact[] {
  const first = new Map<string, FamilyBlock>();
  const facts: Fact[] = [];
  for (const block of familyOfType(view, "resource", "spacelift_aws_integration_attachment")) {
    const key = keyOf(view, block);
    if (key === undefined) continue;
    const before = first.get(key);
    if (!before) first.set(key, block);
    // A block that stands there twice as a whole is told as that.
    else if (before.declaration.address !== block.declaration.address) {
      facts.push({ first: before, again: block });
    }
  }
  return facts;
}

/** Equal for attachments of one integration to one thing. Repeated ones may exclude each other, so they have none. */
function keyOf(view: ModuleView, block: FamilyBlock): string | undefined {
  if (repetitionOf(block.block)) return undefined;
  const integration = identityOf(settingOf(view, block, "integration_id")?.value);
  const stack = identityOf(settingOf(view, block, "stack_id")?.value);
  const target = stack ?? identityOf(settingOf(view, block, "module_id")?.value);
  if (integration === undefined || target === undefined) return undefined;
  const provider = attributeOf(block.block, "provider")?.value;
  const alias = provider ? block.file.syntax.text.slice(provider.start, provider.end) : "";
  return JSON.stringify([alias, integration, stack === undefined ? "module" : "stack", target]);
}
