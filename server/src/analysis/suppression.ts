/** Comments that silence a rule in one place: `# spacelift-aws:ignore CODE [CODE ...] reason`. */

const comment = /(?:#|\/\/|\/\*)\s*spacelift-aws:ignore\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)/;

/** True when the finding's own line, or the line above when it holds nothing but a comment, silences the code. */
export function isSuppressed(code: string, line: string, lineAbove: string): boolean {
  return codesIn(line).includes(code) || (isComment(lineAbove) && codesIn(lineAbove).includes(code));
}

function codesIn(line: string): readonly string[] {
  return comment.exec(line)?.[1]?.split(/\s*,\s*/) ?? [];
}

function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/|\/\*)/.test(line);
}
