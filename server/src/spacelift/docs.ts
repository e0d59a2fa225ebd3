/** Documentation of the family's types and attributes, as markdown for hovers. */
import { assertNever } from "../base/assertNever.ts";
import { externalIdShapes } from "./externalId.ts";
import { attributeNamed, typeName } from "./schema.ts";
import type { AttributeSchema, BlockSchema } from "./schema.ts";
import {
  assumeRoleReference,
  awsIntegrationGuide,
  externalIdGuide,
  trustPolicyGuide,
} from "./vendorPages.ts";

/** What a type is and what it needs; for those that open sessions also what Spacelift sends. */
export function typeDocumentation(block: BlockSchema): string {
  return join([`\`${block.mode} "${block.type}"\``, typeExplanation(block)]);
}

/** The same for those who have the type before their eyes. */
export function typeExplanation(block: BlockSchema): string {
  return join([
    block.deprecated && `**Deprecated.** ${block.deprecated.advice}`,
    block.description,
    setting(block),
    sessionDocumentation(block),
    links(block),
  ]);
}

/** What an attribute is, with its type, default and the provider version that it needs. */
export function attributeDocumentation(attribute: AttributeSchema): string {
  const title = `\`${attribute.name}\` — ${typeName(attribute.type)}, ${presenceInWords(attribute)}`;
  return join([title, attributeExplanation(attribute)]);
}

/** The same for those who have its name and type before their eyes. */
export function attributeExplanation(attribute: AttributeSchema): string {
  return join([
    attribute.deprecated && `**Deprecated.** ${attribute.deprecated.advice}`,
    attribute.description,
    attribute.since && `Needs version ${attribute.since} or newer of the Spacelift provider.`,
    `[Documentation](${attribute.url})`,
  ]);
}

/** `required`, `optional, default 900`, `read-only`. */
export function presenceInWords(attribute: AttributeSchema): string {
  switch (attribute.presence) {
    case "required":
      return "required";
    case "computed":
      return "read-only";
    case "optional-computed":
      return "optional, chosen by Spacelift if left out";
    case "optional":
      return attribute.default === undefined ? "optional" : `optional, default \`${attribute.default}\``;
    default:
      return assertNever(attribute.presence);
  }
}

function setting(block: BlockSchema): string | undefined {
  const required = block.attributes.filter(({ presence }) => presence === "required");
  const needs = [
    ...required.map(({ name }) => `\`${name}\``),
    ...block.exactlyOneOf.map((group) => `either ${group.map((name) => `\`${name}\``).join(" or ")}`),
  ];
  if (needs.length === 0) return undefined;
  return [`You must set ${inList(needs)}.`, ...(atLeastOneTrue(block) ?? [])].join(" ");
}

/** Worth saying only where leaving the attributes out is the mistake. */
function atLeastOneTrue(block: BlockSchema): readonly string[] | undefined {
  const names = block.atLeastOneTrue?.filter((name) => attributeNamed(block, name)?.default !== true) ?? [];
  return names.length === 0
    ? undefined
    : [`At least one of ${inList(names.map((name) => `\`${name}\``))} must be true.`];
}

/** How the external ID and the session name are put together, for the types that make Spacelift assume a role. */
export function sessionDocumentation(block: BlockSchema): string | undefined {
  switch (block.type) {
    case "spacelift_aws_integration":
    case "spacelift_aws_integration_attachment":
    case "spacelift_aws_integration_attachment_external_id":
      return integrationSession;
    case "spacelift_aws_role":
    case "spacelift_stack_aws_role":
      return roleSession;
    default:
      return undefined;
  }
}

const sessionName =
  "**Session name**, as CloudTrail shows it: `<run>@<stack or module>@<account>`, cut to 64 characters.";

const integrationSession = join([
  `**External ID**: when Spacelift assumes the role, it sends\n\n\`${externalIdShapes.at}\``,
  "for example `acme@01FPAH5J0JFYSM5953T9KT2VS9@network@write`: your account's name, the integration's ID, the " +
    "slug of the stack or module, and `read` for planning or `write` for applying. The trust policy must admit " +
    "it, with `StringEquals` for whole IDs or `StringLike` for patterns such as `acme@*`.",
  `Older documentation prints \`${externalIdShapes.hyphen}\`. The provider corrected that in September 2022, and ` +
    "a policy in that form refuses every run.",
  sessionName,
  "With `generate_credentials_in_worker = true` your private worker assumes the role instead, and sends your own " +
    "`external_id`, if you set one.",
]);

const roleSession = join([
  `**External ID**: when Spacelift assumes the role, it sends\n\n\`${externalIdShapes.twoPart}\``,
  "for example `acme@network`: your account's name and the slug of the stack or module. Integrations send four " +
    "parts instead, so a trust policy changes when you move to one; `acme@*` under `StringLike` admits both.",
  sessionName,
]);

function links(block: BlockSchema): string {
  const pages = [
    `[${block.type}](${block.url})`,
    `[Spacelift's AWS guide](${awsIntegrationGuide})`,
    ...(sessionDocumentation(block) === undefined
      ? []
      : [
          `[trust policy](${trustPolicyGuide})`,
          `[external IDs](${externalIdGuide})`,
          `[sts:AssumeRole](${assumeRoleReference})`,
        ]),
  ];
  return pages.join(" · ");
}

function inList(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function join(paragraphs: readonly (string | undefined)[]): string {
  return paragraphs.filter((paragraph) => paragraph !== undefined).join("\n\n");
}
