/** The grammars that package.json contributes, read as VS Code reads them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

const grammar = v.object({
  language: v.optional(v.string()),
  scopeName: v.string(),
  path: v.string(),
  injectTo: v.optional(v.array(v.string()), []),
});

const language = v.looseObject({
  id: v.string(),
  extensions: v.array(v.string()),
  configuration: v.string(),
});

const manifest = v.object({
  name: v.string(),
  publisher: v.string(),
  icon: v.string(),
  contributes: v.looseObject({ languages: v.array(language), grammars: v.array(grammar) }),
});

/** The path of a file in the project, from its top folder. */
export function projectPath(relative: string): string {
  return fileURLToPath(new URL(`../../${relative}`, import.meta.url));
}

export function readManifest(): v.InferOutput<typeof manifest> {
  return v.parse(manifest, JSON.parse(readFileSync(projectPath("package.json"), "utf8")));
}
