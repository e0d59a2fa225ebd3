/**
 * The statements that Spacelift's own data source gives for each attachment:
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_integration_attachment_external_id
 */
import type { Attachment } from "../../../analysis/attachments.ts";
import { attribute, familyOfType, type FamilyBlock, type ModuleView } from "../../../analysis/moduleView.ts";
import { textOf } from "../../../base/span.ts";
import { forList, text, writeBlock, type Written, type WrittenItem } from "../../../hcl/write.ts";
import { freeName } from "../../../analysis/dataSource.ts";
import type { NewStatements } from "../statementList.ts";

const type = "spacelift_aws_integration_attachment_external_id";

interface OfficialStatements extends NewStatements {
  /** The data sources that the module does not have yet. */
  readonly missingBlocks: readonly string[];
}

export function officialStatements(view: ModuleView, attachments: readonly Attachment[]): OfficialStatements {
  const sources = distinct(attachments).map((attachment) => ({ attachment, ...sourceFor(view, attachment) }));
  const [single, repeated] = [false, true].map((which) =>
    sources.filter(({ attachment }) => isRepeated(attachment) === which),
  );
  return {
    elements: (single ?? []).map(({ address }) => decode(address)),
    lists: (repeated ?? []).map(({ attachment, address }) => {
      const all = attachment.forEach ? `values(${address})` : address;
      return forList(`source in ${all}`, text("jsondecode(source.assume_role_policy_statement)"));
    }),
    missingBlocks: sources.flatMap(({ missingBlock }) => missingBlock ?? []),
  };
}

/** Attachments that are the same but for their names have one external ID. */
function distinct(attachments: readonly Attachment[]): readonly Attachment[] {
  const texts = ({ resource }: Attachment): readonly (string | undefined)[] => [
    ...inputs.map((name) => textOfAttribute(resource, name)),
    ...flags.map((name) => textOfAttribute(resource, name) ?? "true"),
  ];
  return [
    ...new Map([...attachments].reverse().map((one) => [JSON.stringify(texts(one)), one])).values(),
  ].reverse();
}

function decode(address: string): Written {
  return text(`jsondecode(${address}.assume_role_policy_statement)`);
}

function isRepeated({ forEach, count }: Attachment): boolean {
  return (forEach ?? count) !== undefined;
}

/** The data source that the module has for the attachment, or a new one of the attachment's name. */
function sourceFor(
  view: ModuleView,
  attachment: Attachment,
): { readonly address: string; readonly missingBlock: string | undefined } {
  const { resource } = attachment;
  const known = familyOfType(view, "data", type).find((candidate) => asksForTheSame(candidate, resource));
  if (known) return { address: known.declaration.address, missingBlock: undefined };
  const name = freeName(view, `data.${type}.`, resource.declaration.name);
  return {
    address: `data.${type}.${name}`,
    missingBlock: writeBlock(`data "${type}" "${name}"`, itemsFor(attachment)),
  };
}

const flags = ["read", "write"] as const;
const inputs = ["count", "for_each", "integration_id", "stack_id", "module_id"] as const;

function asksForTheSame(source: FamilyBlock, resource: FamilyBlock): boolean {
  return (
    inputs.every((name) => textOfAttribute(source, name) === textOfAttribute(resource, name)) &&
    flags.every(
      // The data source takes what is not set for false, the attachment for true.
      (name) => (textOfAttribute(source, name) ?? "false") === (textOfAttribute(resource, name) ?? "true"),
    )
  );
}

function itemsFor({ resource }: Attachment): readonly WrittenItem[] {
  const entries = (names: readonly string[]): readonly WrittenItem[] =>
    names.flatMap((name) => {
      const value = textOfAttribute(resource, name);
      return value === undefined ? [] : [{ key: name, value: text(value) }];
    });
  const repetition = entries(["count", "for_each"]);
  const phases = flags.map((name) => ({
    key: name,
    value: text(textOfAttribute(resource, name) ?? "true"),
  }));
  return [
    ...repetition,
    ...(repetition.length > 0 ? (["blank"] as const) : []),
    ...entries(["integration_id", "stack_id", "module_id"]),
    ...phases,
  ];
}

function textOfAttribute(block: FamilyBlock, name: string): string | undefined {
  const found = attribute(block, name);
  return found && textOf(block.file.syntax.text, found.value);
}
