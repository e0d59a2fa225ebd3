/** Fixes that put Spacelift's account in the place of a principal. */
import type { Location } from "../../base/location.ts";
import { textOf } from "../../base/span.ts";
import type { Principal } from "../../iam/policy.ts";
import { describe, knownText } from "../../iam/symbolic.ts";
import { attributeOf } from "../../terraform/block.ts";
import { mergeEdits } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { principalNode } from "./callerPrincipal.ts";
import { isOpen, type JudgedPolicy } from "./judgedPolicy.ts";
import { insideAt, isOwn, rewrite, rewriteKey, writtenAt } from "./literalEdits.ts";
import { hostedAccounts } from "./names.ts";
import { nodesAt } from "./nodesAt.ts";
import { writtenStatement, type WrittenStatement } from "./writtenStatement.ts";

export function trustAccount(
  view: ModuleView,
  policy: JudgedPolicy,
  principal: Principal,
  { account, title }: { readonly account: string; readonly title: string },
): readonly Fix[] {
  const { origin } = principal;
  if (!origin) return [];
  const parts = putTogether(view, policy, principal);
  if (parts) return rewrite(view, parts, title, likeWritten(describe(principal.value), account));
  const use = whereUsed(view, policy, principal);
  if (use) return inPlaceOf(view, use, account, title);
  if (principal.type === "Service") return underAws(view, principal, account, title);
  if (principal.type !== "AWS") return [];
  if (isOpen(principal) && !(writtenAt(view, origin) ?? "").startsWith('"'))
    return inPlaceOf(view, origin, account, title);
  return rewrite(view, origin, title, likeWritten(insideAt(view, origin) ?? "", account));
}

/** The ARN of the account where one stands, its number otherwise. */
function likeWritten(present: string, account: string): string {
  return /^arn:aws[a-z-]*:iam::\d{12}:root$/.test(present) ? `arn:aws:iam::${account}:root` : account;
}

/**
 * The inside of a string with interpolations that comes to the account of one installation. Each part may be right by
 * itself. Undefined for all other principals.
 */
export function putTogether(
  view: ModuleView,
  { policy }: JudgedPolicy,
  principal: Principal,
): Location | undefined {
  const written = statementOf(view, policy, principal);
  const node = written && principalNode(written);
  if (!written || node?.kind !== "Template" || !isKnownText(principal) || !isOwn(view, written.file))
    return undefined;
  if (!node.parts.some(({ kind }) => kind === "TemplateInterpolation")) return undefined;
  const isQuoted = /^".*"$/s.test(textOf(written.file.syntax.text, node));
  return isQuoted ? { uri: written.file.uri, span: { start: node.start + 1, end: node.end - 1 } } : undefined;
}

function isKnownText({ value }: Principal): boolean {
  return knownText(value) !== undefined;
}

function statementOf(
  view: ModuleView,
  { statements }: JudgedPolicy["policy"],
  principal: Principal,
): WrittenStatement | undefined {
  const statement = statements.find((one) => one.kind === "statement" && one.principals.includes(principal));
  return statement?.kind === "statement" ? writtenStatement(view, statement) : undefined;
}

/**
 * A local or a variable that rightly holds the account of one installation is not wrong: what refers to it is. Undefined
 * for all other principals.
 */
export function whereUsed(
  view: ModuleView,
  { policy }: JudgedPolicy,
  principal: Principal,
): Location | undefined {
  if (!hostedAccounts.includes(describe(principal.value))) return undefined;
  const written = statementOf(view, policy, principal);
  const node = written && principalNode(written);
  if (!written || !node || node.kind === "Template" || principal.origin === undefined) return undefined;
  return { uri: written.file.uri, span: { start: node.start, end: node.end } };
}

function inPlaceOf(view: ModuleView, origin: Location, account: string, title: string): readonly Fix[] {
  if (!isOwn(view, origin) || nodesAt(view, origin)?.isText) return [];
  const edit = { span: origin.span, newText: `"${account}"` };
  return [{ title, edits: [{ uri: origin.uri, edits: [edit] }], preferred: true }];
}

/** An account that is named as a service, or a service that does not exist. */
function underAws(
  view: ModuleView,
  { value, origin }: Principal,
  account: string,
  title: string,
): readonly Fix[] {
  const type = typePlace(view, origin);
  if (!origin || !type || !/^\d{12}$|spacelift/.test(describe(value))) return [];
  const [named] = rewriteKey(view, type, title, "AWS");
  const [valued] = rewrite(view, origin, title, account);
  const edits = mergeEdits([...(named?.edits ?? []), ...(valued?.edits ?? [])]);
  return named ? [{ title, edits, preferred: true }] : [];
}

/** Where the type stands, of a principal that is the only one of it. */
function typePlace(view: ModuleView, origin: Location | undefined): Location | undefined {
  const placed = nodesAt(view, origin);
  const above = placed?.path.filter(({ kind }) => kind !== "Template" && kind !== "TemplateLiteral") ?? [];
  const list = above.findLast((node) => node.kind === "TupleConstructor");
  if (!placed || (list?.kind === "TupleConstructor" && list.elements.length > 1)) return undefined;
  const { uri } = placed.file;
  const holder = above.findLast((node) => node.kind === "ObjectItem" || node.kind === "Block");
  if (holder?.kind === "ObjectItem") {
    const inset = placed.isText ? 1 : 0;
    return { uri, span: { start: holder.key.start + inset, end: holder.key.end - inset } };
  }
  const type = holder?.kind === "Block" ? attributeOf(holder, "type") : undefined;
  return type && { uri, span: type.value };
}
