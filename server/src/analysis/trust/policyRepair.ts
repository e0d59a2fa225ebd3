/** Repairs for what IAM refuses, where there is but one. */
import { nearest } from "../../base/nearest.ts";
import type { Location } from "../../base/location.ts";
import { operators } from "../../iam/condition/table.ts";
import type { PolicyProblem } from "../../iam/problem.ts";
import { pathAt } from "../../hcl/walk.ts";
import type { Attribute, Block } from "../../hcl/ast.ts";
import { fixIn, removeItem } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { insideAt, rewrite, rewriteKey } from "./literalEdits.ts";

export function repairOf(view: ModuleView, { reason, detail, origin }: PolicyProblem): readonly Fix[] {
  if (!origin) return [];
  switch (reason) {
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
      const account = /^(\d{12})\/|^(\d{4})-(\d{4})-(\d{4})$/.exec(detail);
      const digits = account?.slice(1).join("") ?? "";
      return digits === "" || insideAt(view, origin) !== detail
        ? []
        : rewrite(view, origin, `Name the account ${digits}`, digits);
    }
    case "operator-unknown":
      return renameOperator(view, origin, detail);
    case "element-prohibited":
      return removeElement(view, origin);
    case "ampersand-variable": {
      const inside = insideAt(view, origin) ?? "";
      return rewrite(view, origin, "Write $${...}", inside.replaceAll("&{", "$${"));
    }
    default:
      return [];
  }
}

function renameOperator(view: ModuleView, origin: Location, written: string): readonly Fix[] {
  const name = nearest(
    written,
    operators.map((operator) => operator.name),
  );
  return name === undefined ? [] : rewriteKey(view, origin, `Write ${name}`, name);
}

/** `resources = [...]` of a policy document, or an item of an object on lines of its own. */
function removeElement(view: ModuleView, { uri, span }: Location): readonly Fix[] {
  const file = view.module.files.find((one) => one.uri === uri);
  if (!file) return [];
  const path = pathAt(file.syntax, span.start);
  const attribute = path.findLast(
    (node): node is Attribute => node.kind === "Attribute" && /^(not_)?resources$/.test(node.name.name),
  );
  const block = path.findLast((node): node is Block => node.kind === "Block");
  if (attribute && block)
    return [fixIn(file, `Remove ${attribute.name.name}`, removeItem(file, block, attribute))];
  const item = path.findLast(
    (node) =>
      node.kind === "ObjectItem" &&
      /^"?(Not)?Resource"?$/.test(file.syntax.text.slice(node.key.start, node.key.end)),
  );
  if (!item) return [];
  const { text } = file.syntax;
  const lineStart = text.lastIndexOf("\n", item.start - 1) + 1;
  const lineEnd = text.indexOf("\n", item.end) + 1;
  const isAlone =
    text.slice(lineStart, item.start).trim() === "" && /^\s*,?\s*$/.test(text.slice(item.end, lineEnd));
  const whole = isAlone ? { start: lineStart, end: lineEnd } : undefined;
  return whole ? [fixIn(file, "Remove Resource", [{ span: whole, newText: "" }])] : [];
}
