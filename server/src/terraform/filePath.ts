/** Paths of files as functions such as `file` are given them, and where they lead. */
import type { Value } from "./value.ts";
import { resolveSource } from "./configuration.ts";
import { partsOf } from "./parts.ts";

/**
 * A relative path, and the folder from which it leads: the module's, or the one in which Terraform is run.
 * https://developer.hashicorp.com/terraform/language/expressions/references#filesystem-and-workspace-info
 */
export interface FilePath {
  readonly from: "module" | "root";
  readonly path: string;
}

/** Undefined where more of the path is open than the folder that it begins with. */
export function filePathOf(value: Value): FilePath | undefined {
  const [first, ...others] = partsOf(value);
  const base = first?.kind === "symbol" ? first.symbol.id : undefined;
  const texts = (base === undefined && first ? [first, ...others] : others).map((part) =>
    part.kind === "literal" ? part.text : undefined,
  );
  if (texts.includes(undefined)) return undefined;
  return base === undefined ? { from: "root", path: texts.join("") } : below(base, texts.join(""));
}

/** The path behind `path.module` or `path.root`; undefined for another folder, or for what is no path below it. */
export function below(base: string, path: string): FilePath | undefined {
  if (base !== "path.module" && base !== "path.root") return undefined;
  if (path !== "" && !path.startsWith("/")) return undefined;
  return { from: base === "path.module" ? "module" : "root", path: `.${path}` };
}

/** The URI that the path leads to; undefined for one that begins at the root of the disk or at the user's home. */
export function resolvePath(folder: string, path: string): string | undefined {
  return /^[/~]|^[A-Za-z]:|\\/.test(path) ? undefined : resolveSource(folder, `./${path}`);
}
