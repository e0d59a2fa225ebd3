/** Repairs for what IAM refuses, where there is but one. */
import { nearest } from "../../base/nearest.ts";
import type { Location } from "../../base/location.ts";
import { operators } from "../../iam/condition/table.ts";
import type { PolicyProblem } from "../../iam/problem.ts";
import type { Attribute, Block } from "../../hcl/ast.ts";
import { fixIn, removeItem, replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { principalsOf, type JudgedPolicy } from "./judgedPolicy.ts";
import { insideAt, rewrite, rewriteKey } from "./literalEdits.ts";
import { nodesAt } from "./nodesAt.ts";
import { removeObjectItem } from "./objectItems.ts";
import { objectStyle, writeInline } from "./objectStyle.ts";
import { withoutSpaceBefore } from "./spaceEdits.ts";
import { textSyntax } from "./textFiles.ts";
import { principalExpression } from "./writtenNames.ts";
import { keyName } from "./writtenStatement.ts";

export function repairOf(
  view: ModuleView,
  policy: JudgedPolicy,
  { reason, detail, origin }: PolicyProblem,
): readonly Fix[] {
  if (!origin) return [];
  switch (reason) {
    case "policy-encoded-twice":
      return withoutEncoding(policy);
    case "json-space-before":
      return withoutSpaceBefore(view, origin);
    case "json-comma-too-many":
      return inJson("Remove the comma", origin, detail, "");
    case "json-comma-missing":
      return inJson("Insert a comma", origin, detail, `${detail},`);
    case "statements-not-listed":
      return listStatements(view, origin);
    case "principal-star":
      return underAws(view, origin, whoIsMeant(view, policy, origin));
    case "action-malformed": {
      const action = nearest(detail.replace(/^(?:sts\W*)?/i, "sts:"), actions);
      return action === undefined ? [] : rewrite(view, origin, `Write ${action}`, action);
    }
    case "effect-invalid": {
      const right = ["Allow", "Deny"].find((name) => name.toLowerCase() === detail.toLowerCase());
      return right === undefined ? [] : rewrite(view, origin, `Write ${right}`, right);
    }
    case "version-invalid":
      return rewrite(view, origin, "Write 2012-10-17", "2012-10-17");
    case "sid-invalid": {
      const inside = insideAt(view, origin) ?? "";
      const clean = detail.replaceAll(/[^A-Za-z0-9]/g, "");
      return inside === detail && clean !== "" ? rewrite(view, origin, `Write ${clean}`, clean) : [];
    }
    case "principal-partly-wild": {
      const account = /^arn:(aws[a-z-]*):iam::(\d{12}):/.exec(detail);
      if (!account || insideAt(view, origin) !== detail) return [];
      return rewrite(view, origin, "Name the account's root", `arn:${account[1]}:iam::${account[2]}:root`);
    }
    case "principal-malformed": {
      if (isWholePrincipal(detail)) return underAws(view, origin, `"${detail}"`);
      const account = /^(\d{12})\/|^(\d{4})-(\d{4})-(\d{4})$/.exec(detail);
      const digits = account?.slice(1).join("") ?? "";
      return digits === "" || insideAt(view, origin) !== detail
        ? []
        : rewrite(view, origin, `Name the account ${digits}`, digits);
    }
    case "operator-unknown":
      return isConditionKey(detail) ? putUnderOperator(view, origin) : renameOperator(view, origin, detail);
    case "element-unknown": {
      const name = elementMeant(detail);
      return name === undefined ? [] : rewriteKey(view, origin, `Write ${name}`, name);
    }
    case "element-prohibited":
      return removeElement(view, origin);
    case "ampersand-variable": {
      const inside = insideAt(view, origin) ?? "";
      const opening = textSyntax(view, origin.uri) === "plain" ? "${" : "$${";
      // As a function: a `$` in a replacement has a meaning of its own.
      return rewrite(
        view,
        origin,
        `Write ${opening}...}`,
        inside.replaceAll("&{", () => opening),
      );
    }
    default:
      return [];
  }
}

/** Nothing where the function is called somewhere else. */
function withoutEncoding({ attribute: { value }, file }: JudgedPolicy): readonly Fix[] {
  if (value.kind !== "FunctionCall" || value.name.name !== "jsonencode") return [];
  const [argument, ...others] = value.args;
  if (!argument || others.length > 0) return [];
  const newText = file.syntax.text.slice(argument.start, argument.end);
  return [fixIn(file, "Leave jsonencode out", [replace(value, newText)])];
}

/** Nothing where the text stands in the source in another way. */
function inJson(title: string, { uri, span }: Location, text: string, newText: string): readonly Fix[] {
  if (span.end - span.start !== text.length) return [];
  return [{ title, edits: [{ uri, edits: [replace(span, newText)] }], preferred: true }];
}

function renameOperator(view: ModuleView, origin: Location, written: string): readonly Fix[] {
  const name = nearest(
    written,
    operators.map((operator) => operator.name),
  );
  return name === undefined ? [] : rewriteKey(view, origin, `Write ${name}`, name);
}

/** A principal that would be right under `AWS`, and stands for the whole element. */
export function isWholePrincipal(detail: string): boolean {
  return /^(\d{12}|arn:[^:]+:iam::\d{12}:[^*]+)$/.test(detail);
}

/** The element that the name is a slip of. */
export function elementMeant(name: string): string | undefined {
  return nearest(name, ["Version", "Statement", "Effect", "Principal", "Action", "Condition"]);
}

/** The name of a key where an operator is wanted. */
export function isConditionKey(detail: string): boolean {
  return /^(sts|aws):\w+$/i.test(detail);
}

const actions = [
  "sts:AssumeRole",
  "sts:TagSession",
  "sts:AssumeRoleWithWebIdentity",
  "sts:AssumeRoleWithSAML",
];

/** Spacelift, where a statement allows; a Deny is for everybody on purpose. */
function whoIsMeant(view: ModuleView, judged: JudgedPolicy, origin: Location): string | undefined {
  const denied = principalsOf(judged.policy, "Deny");
  return denied.some((principal) => principal.origin === origin)
    ? '"*"'
    : principalExpression(view, judged, origin.uri);
}

/** `{ AWS = ... }` in the place of a string. */
function underAws(view: ModuleView, origin: Location, principal: string | undefined): readonly Fix[] {
  const placed = nodesAt(view, origin);
  const value = placed?.path.findLast(({ kind }) => kind === "Template");
  const item = placed?.path.findLast((node) => node.kind === "ObjectItem");
  const isPrincipal =
    item?.kind === "ObjectItem" && keyName(item.key) === "Principal" && item.value === value;
  if (!placed || !value || !isPrincipal || principal === undefined) return [];
  const style = objectStyle(placed.file, undefined, placed.isText);
  const newText = writeInline(style, { AWS: principal });
  return [fixIn(placed.file, "Name it under AWS", [replace(value, newText)])];
}

/** `StringLike` around a key that stands without an operator. */
function putUnderOperator(view: ModuleView, origin: Location): readonly Fix[] {
  const placed = nodesAt(view, origin);
  const item = placed?.path.findLast((node) => node.kind === "ObjectItem");
  const value = item?.kind === "ObjectItem" ? item.value.kind : undefined;
  if (!placed || !item || (value !== "Template" && value !== "TupleConstructor")) return [];
  const { text } = placed.file.syntax;
  const written = text.slice(item.start, item.end);
  const sign = placed.isText ? ":" : / *[:=]$/.exec(text.slice(item.start, item.value.start).trimEnd())?.[0];
  const name = placed.isText || sign?.endsWith(":") ? '"StringLike"' : "StringLike";
  const newText = `${name}${sign ?? " ="} { ${written} }`;
  return [fixIn(placed.file, "Put StringLike around it", [replace(item, newText)])];
}

/** Brackets around the only statement. */
function listStatements(view: ModuleView, origin: Location): readonly Fix[] {
  const placed = nodesAt(view, origin);
  const item = placed?.path.findLast((node) => node.kind === "ObjectItem");
  if (item?.kind !== "ObjectItem" || keyName(item.key) !== "Statement") return [];
  const { start, end } = item.value;
  const brackets = [replace({ start, end: start }, "["), replace({ start: end, end }, "]")];
  return placed ? [fixIn(placed.file, "Put brackets around it", brackets)] : [];
}

/** `resources = [...]` of a policy document, or an item of an object. */
function removeElement(view: ModuleView, origin: Location): readonly Fix[] {
  const placed = nodesAt(view, origin);
  if (!placed) return [];
  const { file, path, isText } = placed;
  const attribute = path.findLast(
    (node): node is Attribute => node.kind === "Attribute" && /^(not_)?resources$/.test(node.name.name),
  );
  const block = path.findLast((node): node is Block => node.kind === "Block");
  if (attribute && block)
    return [fixIn(file, `Remove ${attribute.name.name}`, removeItem(file, block, attribute))];
  const at = path.findLastIndex(
    (node) => node.kind === "ObjectItem" && /^(Not)?Resource$/.test(keyName(node.key) ?? ""),
  );
  const [object, item] = path.slice(Math.max(0, at - 1), at + 1);
  return object?.kind === "ObjectConstructor" && item?.kind === "ObjectItem"
    ? [fixIn(file, "Remove Resource", removeObjectItem(file, object, item, isText))]
    : [];
}
