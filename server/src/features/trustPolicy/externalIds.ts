/** The external IDs that a generated policy admits, as Terraform expressions and as plain text. */
import type { Attachment } from "../../analysis/attachments.ts";
import { textOf } from "../../base/span.ts";
import type { Expression } from "../../hcl/ast.ts";
import { call, forList, list, text, type Written } from "../../hcl/write.ts";
import { composeExternalId, composeExternalIdPattern } from "../../spacelift/externalId.ts";
import type { Phase } from "../../spacelift/phases.ts";
import { referencesIn, unwrap } from "../../terraform/references.ts";
import type { Settings } from "../../workspace/settings.ts";
import { withIterators } from "./repetition.ts";

/** The segments that are the same in every external ID of an integration, as the inside of a template. */
interface Segments {
  readonly account: string;
  readonly integration: string;
}

type Format = "at" | "hyphen";

export function formatsOf({ externalIdFormat }: Settings): readonly Format[] {
  return externalIdFormat === "both" ? ["at", "hyphen"] : [externalIdFormat];
}

/** Patterns that admit the integration on every stack and module, and nothing of other integrations. */
export function anyTarget(formats: readonly Format[], { account, integration }: Segments): readonly string[] {
  return formats.map((format) => composeExternalIdPattern(format, { account, integration }));
}

/** The same for each instance of an integration that is repeated. */
export function writeAnyTarget(formats: readonly Format[], account: string, integrations: string): Written {
  const patterns = anyTarget(formats, { account, integration: "${integration.id}" });
  return writeLoop(`integration in ${integrations}`, patterns.map(quote));
}

/** The IDs of one attachment, `target` being the slug or a template for it. */
export function idsOf(
  formats: readonly Format[],
  segments: Segments,
  target: string,
  phases: readonly Phase[],
): readonly string[] {
  return formats.flatMap((format) =>
    phases.map((phase) => composeExternalId(format, { ...segments, slug: target, phase })),
  );
}

/** All IDs of the attachments as one expression: a list, or lists joined where attachments are repeated. */
export function writeIds(
  formats: readonly Format[],
  segments: Segments,
  attachments: readonly Attachment[],
): Written {
  const single = attachments.filter((attachment) => !attachment.forEach && !attachment.count);
  const repeated = attachments.filter((attachment) => attachment.forEach ?? attachment.count);
  const plain = single.flatMap((attachment) => {
    const target = targetTemplate(attachment.target, (expression) => sourceOf(attachment, expression));
    return idsOf(formats, segments, target, attachment.phases).map(quote);
  });
  const loops = repeated.map((attachment) => attachmentLoop(formats, segments, attachment));
  const [onlyLoop, ...otherLoops] = loops;
  if (onlyLoop === undefined) return list(plain.map(text));
  if (plain.length === 0 && otherLoops.length === 0) return onlyLoop;
  return call("concat", plain.length === 0 ? loops : [list(plain.map(text)), ...loops]);
}

/** Over the collection that the attachment is repeated for. */
function attachmentLoop(formats: readonly Format[], segments: Segments, attachment: Attachment): Written {
  const { resource } = attachment;
  const target = targetTemplate(
    attachment.target,
    (expression) => withIterators(expression, resource.file, loopNames) ?? sourceOf(attachment, expression),
  );
  return writeLoop(loopHeader(attachment), idsOf(formats, segments, target, attachment.phases).map(quote));
}

/** `[for key, value in collection : "…"]`; several for each element make one list. */
function writeLoop(header: string, ids: readonly string[]): Written {
  const [only, ...others] = ids.map(text);
  return only && others.length === 0
    ? forList(header, only)
    : call("flatten", [forList(header, list(ids.map(text)))]);
}

/** Binds only the names that the target uses. */
function loopHeader(attachment: Attachment): string {
  const { forEach, count, target } = attachment;
  if (!forEach) return `index in range(${count ? sourceOf(attachment, count.value) : "0"})`;
  const usesKey = referencesIn(target).some(
    ({ kind, steps: [first] }) => kind === "each" && first?.kind === "attribute" && first.name === "key",
  );
  return `${usesKey ? "key, value" : "value"} in ${sourceOf(attachment, forEach.value)}`;
}

/** A stack's ID as the inside of a template: a string's inside, or `${expression}`. */
function targetTemplate(target: Expression, write: (expression: Expression) => string): string {
  const inner = unwrap(target);
  const isString = inner.kind === "Template" && inner.heredoc === undefined && inner.close !== undefined;
  return isString ? write(inner).slice(1, -1) : `\${${write(inner)}}`;
}

const loopNames = { "each.key": "key", "each.value": "value", "count.index": "index" };

function sourceOf({ resource }: Attachment, expression: Expression): string {
  return textOf(resource.file.syntax.text, expression);
}

function quote(inside: string): string {
  return `"${inside}"`;
}
