/** The external IDs that Spacelift will send for the attachments of this module, and patterns that admit them. */
import { attachmentsOf, type Attachment } from "../../../analysis/attachments.ts";
import { familyOfType, type FamilyBlock, type ModuleView } from "../../../analysis/moduleView.ts";
import { roleOfIntegration } from "../../../analysis/roleOfIntegration.ts";
import { textOf } from "../../../base/span.ts";
import type { Block } from "../../../hcl/ast.ts";
import {
  composeExternalId,
  composeExternalIdPattern,
  type ExternalIdFormat,
} from "../../../spacelift/externalId.ts";
import { declarationsOfType } from "../../../terraform/module.ts";
import { repetitionOf } from "../../../terraform/moduleReferences.ts";
import type { CompletionItem } from "../../completionItem.ts";
import type { CompletionContext } from "../context.ts";
import { insertExpression, insertWholeText } from "../insertion.ts";
import type { ValuePlace } from "../place.ts";
import { literal, placeholder } from "../snippetText.ts";
import { literalText } from "../../literals.ts";

interface Candidate {
  /** With `<account>` where the account's name is to be filled in. */
  readonly text: string;
  readonly detail: string;
  readonly isPattern: boolean;
}

const unnamed = "<account>";

/** Under an operator that takes patterns, those come first. */
export function externalIdItems(
  context: CompletionContext,
  place: ValuePlace,
  operator: string,
): readonly CompletionItem[] {
  const likes = /like/i.test(operator);
  const ids = candidates(context, place).map(({ text, detail, isPattern }, index) => ({
    kind: "value" as const,
    label: text,
    detail,
    documentation: isPattern && !likes ? "It is a pattern, which needs `StringLike`." : "",
    rank: (isPattern === likes ? 10 : 100) + index,
    ...insertWholeText(place, context.text, text, snippetOf(text)),
  }));
  return [...fromDataSources(context, place), ...ids];
}

function snippetOf(text: string): string {
  return text.startsWith(unnamed)
    ? placeholder(1, "account") + literal(text.slice(unnamed.length))
    : literal(text);
}

/** `data.….external_id`, which is right by construction. */
function fromDataSources(
  { module, text, offset }: CompletionContext,
  place: ValuePlace,
): readonly CompletionItem[] {
  const type = "spacelift_aws_integration_attachment_external_id";
  return declarationsOfType(module, "data", type)
    .filter(({ block, name }) => name !== "" && !repetitionOf(block))
    .map(({ address }, index) => {
      const label = `${address}.external_id`;
      return {
        kind: "reference",
        label,
        detail: "the external ID that Spacelift will send",
        documentation: "",
        rank: index,
        ...insertExpression(place, text, offset, label, label),
      };
    });
}

function candidates(context: CompletionContext, place: ValuePlace): readonly Candidate[] {
  const { view } = context;
  const integrations = integrationsFor(view, place.blocks[0]);
  const formats = formatsOf(context.snapshot.settings.externalIdFormat);
  const account = accountName(context);
  return formats.flatMap((format) => [
    ...integrations.flatMap((integration) => {
      const id = `\${${integration.declaration.address}${indexOf(integration)}.id}`;
      const attachments = attachmentsOf(view, integration);
      return [
        ...attachments.flatMap((attachment) => idsOf(format, account, id, attachment)),
        {
          text: composeExternalIdPattern(format, { account, integration: id }),
          detail: `${integration.declaration.name} on any stack or module`,
          isPattern: true,
        },
      ];
    }),
    {
      text: composeExternalIdPattern(format, { account }),
      detail: "any integration of the account",
      isPattern: true,
    },
  ]);
}

/** Those that use the role that the policy is written in come first. */
function integrationsFor(view: ModuleView, role: Block | undefined): readonly FamilyBlock[] {
  const all = familyOfType(view, "resource", "spacelift_aws_integration").filter(
    ({ declaration }) => declaration.name !== "",
  );
  const isOwn = (integration: FamilyBlock): boolean => {
    const used = roleOfIntegration(view, integration);
    return used.kind === "declared" && used.role.block === role;
  };
  return [...all.filter(isOwn), ...all.filter((integration) => !isOwn(integration))];
}

function formatsOf(setting: "at" | "hyphen" | "both"): readonly Exclude<ExternalIdFormat, "twoPart">[] {
  return setting === "both" ? ["at", "hyphen"] : [setting];
}

/** As the inside of a string. */
function accountName({ module, snapshot }: CompletionContext): string {
  if (snapshot.settings.accountName !== "") return snapshot.settings.accountName;
  const account = declarationsOfType(module, "data", "spacelift_account").find(({ name }) => name !== "");
  return account ? `\${${account.address}.name}` : unnamed;
}

/** A role that is made for each integration is repeated as the integration is. */
function indexOf({ block }: FamilyBlock): string {
  const repetition = repetitionOf(block)?.name.name;
  return repetition === "count" ? "[count.index]" : repetition === "for_each" ? "[each.key]" : "";
}

/** One for each phase. Of a repeated attachment the target is different in each instance, so it has none. */
function idsOf(
  format: Exclude<ExternalIdFormat, "twoPart">,
  account: string,
  integration: string,
  attachment: Attachment,
): readonly Candidate[] {
  if (attachment.forEach ?? attachment.count) return [];
  const [known] = literalText(attachment.target);
  const source = textOf(attachment.resource.file.syntax.text, attachment.target);
  const slug = known ?? `\${${source}}`;
  return attachment.phases.map((phase) => ({
    text: composeExternalId(format, { account, integration, slug, phase }),
    detail: `attachment ${attachment.resource.declaration.name}, ${phase} phases`,
    isPattern: false,
  }));
}
