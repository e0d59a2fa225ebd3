/** `attachment-before-role`: nothing makes an attachment wait for the role that Spacelift tests when attaching. */
import { waitsFor } from "../../terraform/dependencies.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import { attachmentBlocksOf } from "../attachments.ts";
import { isWhollyReadable } from "../damage.ts";
import { addToList, fixIn } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { familyOfType, headerOf, inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { certainRoleOf } from "../roleOfIntegration.ts";
import { flagOf } from "../setting.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly attachment: FamilyBlock;
  readonly role: BlockDeclaration;
}

export const attachmentBeforeRole = defineRule<Fact>({
  code: "attachment-before-role",
  severity: "warning",
  summary: "An attachment that does not wait for the role that Spacelift tests when attaching.",
  find: (view) =>
    isWhollyReadable(view.module)
      ? familyOfType(view, "resource", "spacelift_aws_integration").flatMap((block) => factsFor(view, block))
      : [],
  tell: ({ attachment, role }) => ({
    location: inFile(attachment, headerOf(attachment.block)),
    message:
      `Spacelift tests the role when it attaches, and this does not wait for ${role.address}, so the first apply may ` +
      "fail. Add it to depends_on.",
    related: [{ location: inFile(role, headerOf(role.block)), message: "The role that Spacelift tests." }],
  }),
  fix,
});

/** A private worker tests nothing. */
function factsFor(view: ModuleView, integration: FamilyBlock): readonly Fact[] {
  if (flagOf(view, integration, "generate_credentials_in_worker") !== false) return [];
  const role = certainRoleOf(view, integration);
  if (!role) return [];
  return attachmentBlocksOf(view, integration)
    .filter(({ declaration }) => waitsFor(view.module, declaration.address, role.address) === "no")
    .map((attachment) => ({ attachment, role }));
}

/** Nothing to offer where the role waits for the attachment: that would close a cycle. */
function fix({ attachment, role }: Fact, view: ModuleView): readonly Fix[] {
  const { declaration, file, block } = attachment;
  if (waitsFor(view.module, role.address, declaration.address) !== "no") return [];
  const edits = addToList(file, block, { name: "depends_on", value: role.address });
  return edits ? [fixIn(file, `Add depends_on ${role.address}`, edits)] : [];
}
