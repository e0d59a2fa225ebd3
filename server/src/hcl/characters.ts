/**
 * Which characters make up identifiers, numbers and white space.
 * Identifiers are those of UAX 31 and may hold `-`:
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#identifiers
 */

export const enum Code {
  Tab = 9,
  LineFeed = 10,
  Return = 13,
  Space = 32,
  Bang = 33,
  Quote = 34,
  Hash = 35,
  Dollar = 36,
  Percent = 37,
  Ampersand = 38,
  Apostrophe = 39,
  Star = 42,
  Plus = 43,
  Minus = 45,
  Dot = 46,
  Slash = 47,
  Zero = 48,
  Nine = 57,
  Colon = 58,
  Semicolon = 59,
  Less = 60,
  Equal = 61,
  Greater = 62,
  UpperE = 69,
  UpperU = 85,
  Backslash = 92,
  Caret = 94,
  Backtick = 96,
  LowerE = 101,
  LowerU = 117,
  OpenBrace = 123,
  Bar = 124,
  CloseBrace = 125,
  Tilde = 126,
  ByteOrderMark = 0xfeff,
}

const starts = 1;
const continues = 2;

const ascii = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) ascii[code] = starts | continues;
  if (/[0-9-]/.test(character)) ascii[code] = continues;
}

export function isDigit(code: number): boolean {
  return code >= Code.Zero && code <= Code.Nine;
}

/** A space or a tab: the only white space that may stand between tokens, apart from line ends. */
export function isBlank(code: number): boolean {
  return code === Code.Space || code === Code.Tab;
}

/** The offset behind the identifier that begins at `start`; `start` itself where none does. */
export function identifierEnd(text: string, start: number, limit: number): number {
  if (start >= limit) return start;
  const first = text.charCodeAt(start);
  let at = start;
  if (first >= 128) {
    at = wideEnd(text, start, limit, startsWide);
    if (at === start) return start;
  } else if (((ascii[first] ?? 0) & starts) === 0) {
    return start;
  }
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (((ascii[code] ?? 0) & continues) === 0) return at;
      at++;
    } else {
      const next = wideEnd(text, at, limit, continuesWide);
      if (next === at) return at;
      at = next;
    }
  }
  return at;
}

const startsWide = /^\p{ID_Start}$/u;
const continuesWide = /^\p{ID_Continue}$/u;

/** The offset behind the character at `start` when it is one of `wanted`, else `start`. */
function wideEnd(text: string, start: number, limit: number, wanted: RegExp): number {
  const point = text.codePointAt(start);
  if (point === undefined) return start;
  const character = String.fromCodePoint(point);
  const end = start + character.length;
  return end <= limit && wanted.test(character) ? end : start;
}

/** Unicode white space, as Go's `unicode.IsSpace` has it. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === Code.Space || (code >= Code.Tab && code <= Code.Return);
  if (code === 0x85 || code === 0xa0) return true;
  if (code < 0x1680) return false;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The first offset in `start..limit` that holds neither a space nor a tab. */
export function skipBlanks(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The offset of the line end at or behind `start`: that of its carriage return, where it has one. */
export function lineEndAt(text: string, start: number, limit: number): number {
  const feed = text.indexOf("\n", start);
  if (feed < 0 || feed >= limit) return limit;
  return feed > start && text.charCodeAt(feed - 1) === Code.Return ? feed - 1 : feed;
}

/** The offset of the first character of the line that holds `offset`. */
export function lineStartAt(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
