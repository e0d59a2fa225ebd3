/** Files of a test, by their path in the module. */
import type { Files } from "../../../server/src/terraform/scope.ts";
import { cleanPath } from "../../../server/src/terraform/formats/paths.ts";

export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const encoder = new TextEncoder();
  return {
    read({ path }) {
      const clean = cleanPath(path);
      if (clean.startsWith("..") || clean.startsWith("/")) return { kind: "unreadable" };
      const text = texts[clean];
      if (text === undefined) return { kind: "absent" };
      return { kind: "content", bytes: encoder.encode(text), uri: `file:///module/${clean}` };
    },
    list({ path: folder }) {
      const clean = cleanPath(folder);
      if (clean.startsWith("..") || clean.startsWith("/")) return undefined;
      const start = clean === "." ? "" : `${clean}/`;
      return Object.keys(texts)
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length));
    },
  };
}
