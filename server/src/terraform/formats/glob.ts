/** Patterns for paths: `*`, `?`, `[a-z]`, `{a,b}` and `**` for any number of folders. */
import { cleanPath } from "./paths.ts";

/** Undefined where the pattern is malformed. */
export function globExpression(pattern: string): RegExp | undefined {
  const segments = cleanPath(pattern).split("/");
  let source = "";
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    if (segment === "**") source += last ? ".*" : "(?:[^/]+/)*";
    else {
      const part = segmentSource(segment);
      if (part === undefined) return undefined;
      source += part + (last ? "" : "/");
    }
  }
  return new RegExp(`^${source}$`, "su");
}

const token = /\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|\*+|\?|\{([^{}]*)\}|([[\]{}\\])|([^\\[\]*?{}]+)/gsu;

function segmentSource(segment: string): string | undefined {
  let source = "";
  for (const [whole, escaped, negated, set, choices, stray, plain] of segment.matchAll(token)) {
    if (stray !== undefined) return undefined;
    if (escaped !== undefined) source += quote(escaped);
    else if (set !== undefined) source += `[${negated}${set.replace(/[[\]^]/g, "\\$&")}]`;
    else if (choices !== undefined) {
      const parts = choices.split(",").map(segmentSource);
      if (parts.includes(undefined)) return undefined;
      source += `(?:${parts.join("|")})`;
    } else if (plain !== undefined) source += quote(plain);
    else source += whole === "?" ? "[^/]" : "[^/]*";
  }
  return source;
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
