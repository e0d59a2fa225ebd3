/** Comments that silence a rule in one place: `# spacelift-aws:ignore CODE, CODE reason`. */
import type { SourceFile } from "../hcl/ast.ts";
import { pathAt } from "../hcl/walk.ts";

const marker = "spacelift-aws:ignore";
const comment = new RegExp(`(?:#|//|/\\*)\\s*${marker}\\s+([a-z-]+)((?:\\s*,\\s*[a-z-]+)*)`, "d");

/** True when the finding's own line, or the line above when it holds nothing but a comment, silences the code. */
export function isSuppressed(code: string, line: string, lineAbove: string): boolean {
  return codesIn(line).includes(code) || (isComment(lineAbove) && codesIn(lineAbove).includes(code));
}

/** The offset in the line at which `, CODE` joins the codes that the line silences; undefined where it silences none. */
export function endOfFirstCode(line: string): number | undefined {
  return comment.exec(line)?.indices?.[1]?.[1];
}

export function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/|\/\*)/.test(line);
}

export function commentFor(code: string): string {
  return `# ${marker} ${code}`;
}

/** Where a comment about a place stands: a string of several lines has no room for one, so it stands where that begins. */
export function placeOfComment(syntax: SourceFile, offset: number): number {
  const string = pathAt(syntax, offset).find(
    ({ kind, start }) => kind === "Template" && /[\r\n]/.test(syntax.text.slice(start, offset)),
  );
  return string?.start ?? offset;
}

function codesIn(line: string): readonly string[] {
  const [, first, others = ""] = comment.exec(line) ?? [];
  return first === undefined ? [] : [first, ...others.split(",").map((code) => code.trim())];
}
