/**
 * What is said about broken syntax: one function per problem.
 * The summaries are those that Terraform prints, so that what a person finds about one helps with the other.
 */
import type { Span } from "../base/span.ts";
import type { SyntaxProblem } from "./ast.ts";

function problem(span: Span, summary: string, detail: string): SyntaxProblem {
  return { start: span.start, end: span.end, summary, detail };
}

function mendable(span: Span, summary: string, detail: string, at: number, text: string): SyntaxProblem {
  return { start: span.start, end: span.end, summary, detail, insertion: { at, text } };
}

function related(told: SyntaxProblem, other: Span): SyntaxProblem {
  return { ...told, related: { start: other.start, end: other.end } };
}

// Characters

const strayCharacters: { readonly [character: string]: readonly [summary: string, detail: string] } = {
  "&": ["Unsupported operator", 'Bitwise operators are not supported. Did you mean the boolean AND, "&&"?'],
  "|": ["Unsupported operator", 'Bitwise operators are not supported. Did you mean the boolean OR, "||"?'],
  "~": ["Unsupported operator", 'Bitwise operators are not supported. Did you mean the boolean NOT, "!"?'],
  "^": ["Unsupported operator", "Bitwise operators are not supported."],
  "`": [
    "Invalid character",
    'The "`" character is not valid here. To write a string over several lines, use the heredoc syntax: "<<EOT".',
  ],
  "'": ["Invalid character", 'Single quotes are not valid here. Put strings in double quotes: "like this".'],
  ";": [
    "Invalid character",
    'The ";" character is not valid here. Put arguments and blocks on lines of their own, and commas between the items of a collection.',
  ],
  "“": ["Invalid character", "“Curly quotes” are not valid here. Replace them with straight double quotes."],
  "”": ["Invalid character", "“Curly quotes” are not valid here. Replace them with straight double quotes."],
  "\r": [
    "Invalid character",
    "A carriage return must be followed by a line feed. Change the line ends of this file to LF or CRLF.",
  ],
  "\u00a0": ["Invalid character", "This is a no-break space, not a plain one. Replace it with a space."],
  "\ufeff": [
    "Invalid character",
    "This is a byte order mark, which may stand only at the very start of a file. Remove it.",
  ],
};

export function invalidCharacter(span: Span, character: string): SyntaxProblem {
  const known = strayCharacters[character];
  if (known !== undefined) return problem(span, known[0], known[1]);
  return problem(
    span,
    "Invalid character",
    "This character is not used within the language. It may stand only in strings and comments.",
  );
}

export function unclosedComment(span: Span): SyntaxProblem {
  return problem(
    span,
    "Unclosed comment",
    'This comment has no end. Close it with "*/", or begin the line with "#".',
  );
}

export function mergeMarker(span: Span): SyntaxProblem {
  return problem(
    span,
    "Merge conflict marker",
    "This line was left by a merge. Decide which of the two versions stays, then remove the marker lines.",
  );
}

export function invalidNumber(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid number literal",
    "This is no number. Write at most one decimal point and one exponent, such as 1.5 or 1e6; put a version in quotes.",
  );
}

// Bodies

export function itemRequired(span: Span): SyntaxProblem {
  return problem(
    span,
    "Argument or block definition required",
    'An argument ("name = value") or a block ("name { ... }") is expected here.',
  );
}

export function nameAlone(span: Span, name: string): SyntaxProblem {
  return mendable(
    span,
    "Argument or block definition required",
    `To set the argument "${name}", write an equals sign and its value: "${name} = ...". To begin a block, write "${name} {".`,
    span.end,
    " = ",
  );
}

export function quotedName(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid argument name",
    "The name of an argument or a block must not be quoted. Remove the quotes.",
  );
}

export function strayCloser(span: Span, closer: string): SyntaxProblem {
  return problem(
    span,
    "Argument or block definition required",
    `This "${closer}" closes nothing. Remove it, or add what should open it.`,
  );
}

export function attributeRedefined(span: Span, name: string, first: Span): SyntaxProblem {
  return related(
    problem(
      span,
      "Attribute redefined",
      `The argument "${name}" is already set above. Each argument may be set only once: remove one of the two.`,
    ),
    first,
  );
}

export function missingNewlineAfterArgument(span: Span): SyntaxProblem {
  return problem(
    span,
    "Missing newline after argument",
    "An argument ends with its line. Put what follows on a line of its own.",
  );
}

export function commaAfterArgument(span: Span): SyntaxProblem {
  return problem(
    span,
    "Unexpected comma after argument",
    "Arguments are separated by newlines, not by commas. Remove the comma, and put what follows on a line of its own.",
  );
}

export function equalsInBlock(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid block definition",
    'An equals sign sets an argument and has no place in the header of a block. Remove it, or remove what stands between the name and "=".',
  );
}

export function blockWithoutBrace(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Invalid block definition",
    'The content of a block stands between "{" and "}". Write the "{" on the same line as the header.',
    at,
    " {",
  );
}

export function invalidBlockHeader(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid block definition",
    'Only a label in quotes or the opening brace ("{") can stand here.',
  );
}

const unclosedBlockSummary = "Unclosed configuration block";

export function isUnclosedBlock(told: SyntaxProblem): boolean {
  return told.summary === unclosedBlockSummary;
}

export function unclosedBlock(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    unclosedBlockSummary,
    'This block has no closing brace. Write a "}" at its end; a brace further down may also have closed the wrong block.',
    at,
    "\n}",
  );
}

export function blockInSingleLine(span: Span, name: string): SyntaxProblem {
  return problem(
    span,
    "Argument definition required",
    `A block on one line can hold only a single argument. To set the argument "${name}", write "${name} = ..."; to nest a block, put it on a line of its own.`,
  );
}

export function secondInSingleLine(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid single-argument block definition",
    "A block on one line can hold only one argument. To set several, put each of them on a line of its own.",
  );
}

export function singleLineLeftOpen(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid single-argument block definition",
    'A block whose argument stands beside its "{" must also be closed on that line. Put the "}" right behind the argument, or the argument on a line of its own.',
  );
}

export function missingNewlineAfterBlock(span: Span): SyntaxProblem {
  return problem(
    span,
    "Missing newline after block definition",
    "A block ends with its line. Put what follows on a line of its own.",
  );
}

// Expressions

export function missingExpression(span: Span, at: number): SyntaxProblem {
  return {
    ...problem(span, "Missing expression", "The file ends where a value is expected. Write the value here."),
    start: Math.min(span.start, at),
  };
}

export function invalidExpression(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid expression",
    "A value is expected here: a string in double quotes, a number, true, false, null, a list, an object, a reference or a function call.",
  );
}

export function tooDeep(span: Span): SyntaxProblem {
  return problem(
    span,
    "Nested too deeply",
    "There are too many levels inside one another here to be read. Split this up with local values.",
  );
}

export function missingFalseResult(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Missing false expression in conditional",
    'A conditional has three parts: "condition ? value if true : value if false". Write the colon and the last of them.',
    at,
    " : null",
  );
}

export function missingAttributeName(span: Span): SyntaxProblem {
  return problem(span, "Invalid attribute name", "The name of an attribute is expected after the dot.");
}

export function legacyIndex(span: Span, written: string): SyntaxProblem {
  const [first, second] = written.split(".");
  return problem(
    span,
    "Invalid legacy index syntax",
    `Two indexes in a row cannot be written with dots. Use brackets: [${first ?? ""}][${second ?? ""}].`,
  );
}

export function nestedSplat(span: Span): SyntaxProblem {
  return problem(
    span,
    "Nested splat expression not allowed",
    'A ".*" cannot follow another ".*". Use the full splat operator, "[*]", instead.',
  );
}

export function splatLeftOpen(span: Span): SyntaxProblem {
  return problem(
    span,
    "Missing close bracket on splat index",
    'The star of a full splat must be followed at once by the closing bracket: "[*]".',
  );
}

export function unclosedIndex(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Missing close bracket on index",
    'An index ends with a closing bracket: "[key]". Write the "]".',
    at,
    "]",
  );
}

export function unbalancedParentheses(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Unbalanced parentheses",
    'This parenthesis is not closed. Write the ")" where the expression in it ends.',
    at,
    ")",
  );
}

export function missingFunctionName(span: Span): SyntaxProblem {
  return problem(
    span,
    "Missing function name",
    'The name of a function is expected after "::", such as provider::aws::arn_parse.',
  );
}

export function missingOpenParen(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Missing open parenthesis",
    'The name of a function with "::" in it must be followed by its arguments in parentheses.',
    at,
    "()",
  );
}

export function unclosedCall(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Unterminated function call",
    'This function call has no closing parenthesis. Write the ")" behind its last argument.',
    at,
    ")",
  );
}

export function missingArgumentSeparator(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Missing argument separator",
    "A comma must stand between each argument of a function and the next. Write it here.",
    at,
    ",",
  );
}

export function notLastExpansion(span: Span): SyntaxProblem {
  return problem(
    span,
    "Missing closing parenthesis",
    'Only the last argument can be expanded with "...", and the closing parenthesis must follow at once.',
  );
}

export function unclosedTuple(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Unterminated tuple constructor expression",
    'This list has no closing bracket. Write the "]" behind its last item.',
    at,
    "]",
  );
}

export function missingItemSeparator(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Missing item separator",
    "A comma must stand between each item of a list and the next. Write it here.",
    at,
    ",",
  );
}

export function unclosedObject(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Unterminated object constructor expression",
    'This object has no closing brace. Write the "}" behind its last item.',
    at,
    "}",
  );
}

export function missingObjectValue(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Missing attribute value",
    'Each item of an object has a key and a value. Write an equals sign and the value: "key = value".',
    at,
    " = ",
  );
}

export function missingKeySeparator(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Missing key/value separator",
    'An equals sign ("=") must stand between the key and its value. A key that holds dots or spaces must be in quotes.',
    at,
    " =",
  );
}

export function missingObjectSeparator(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Missing attribute separator",
    "A newline or a comma must stand between each item of an object and the next. Write it here.",
    at,
    ",",
  );
}

// "for" expressions

export function invalidFor(span: Span, detail: string): SyntaxProblem {
  return problem(span, "Invalid 'for' expression", detail);
}

export const forDetail = {
  name: "The name of a variable is expected after 'for': [for item in collection : item].",
  secondName:
    "The name of the second variable is expected after the comma: [for key, value in collection : value].",
  in: "The word 'in' is expected after the names: [for item in collection : item].",
  colon: "A colon is expected after the collection, then the value: [for item in collection : item].",
  end: "The 'for' expression should end here. Close it, or add 'if' and a condition.",
  keyInTuple: "A list has no keys. Remove the key and '=>', or use braces to build an object.",
  groupInTuple: "Only an object can group values with '...'. Remove it, or use braces to build an object.",
  keyMissing: "Each item of an object needs a key: {for item in collection : key => value}.",
};

// Templates

export function unclosedString(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Invalid multi-line string",
    'This string has no closing quote on its line. Write the quote, or use "\\n" or the heredoc syntax ("<<EOT") for a string of several lines.',
    at,
    '"',
  );
}

export function unterminatedString(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Unterminated template string",
    "The file ends before the closing quote of this string. Write the quote.",
    at,
    '"',
  );
}

export function unclosedHeredoc(span: Span, at: number, marker: string): SyntaxProblem {
  return mendable(
    span,
    "Unterminated template string",
    `This heredoc has no end. Write "${marker}" on a line of its own behind its text, and end that line.`,
    at,
    `\n${marker}\n`,
  );
}

export function markerWithoutLineEnd(span: Span, marker: string): SyntaxProblem {
  return mendable(
    span,
    "Unterminated template string",
    `The line with the "${marker}" that ends a heredoc must itself end with a newline, even at the end of the file. Add one.`,
    span.end,
    "\n",
  );
}

export function templateInLabel(span: Span, sigil: string): SyntaxProblem {
  return problem(
    span,
    "Invalid string literal",
    `A label cannot hold template sequences. To have a literal "${sigil}{", double the first character: "${sigil}${sigil}{".`,
  );
}

export function invalidEscape(span: Span, detail: string): SyntaxProblem {
  return problem(span, "Invalid escape sequence", detail);
}

export const escapeDetail = {
  selector:
    'Only \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN are escape sequences. To have a literal backslash, double it.',
  short: "Four hexadecimal digits must follow \\u.",
  long: "Eight hexadecimal digits must follow \\U.",
  range: "There is no character with this number.",
};

export function unclosedInterpolation(span: Span, at: number): SyntaxProblem {
  return mendable(
    span,
    "Unclosed template interpolation sequence",
    'This interpolation has no closing brace. Write the "}". For a literal "${", write "$${".',
    at,
    "}",
  );
}

export function extraInInterpolation(span: Span): SyntaxProblem {
  return problem(
    span,
    "Extra characters after interpolation expression",
    'The interpolation should end here with "}". If this is text for another language, such as a shell script, write "$${" for a literal "${".',
  );
}

export function directiveKeyword(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid template directive",
    'One of the words if, else, endif, for and endfor is expected after "%{". For a literal "%{", write "%%{".',
  );
}

export function unknownDirective(span: Span, name: string): SyntaxProblem {
  return problem(
    span,
    "Invalid template control keyword",
    `"${name}" is not a template directive: those are if, else, endif, for and endfor. For a literal "%{", write "%%{".`,
  );
}

export function invalidForDirective(span: Span): SyntaxProblem {
  return problem(
    span,
    "Invalid 'for' directive",
    "A 'for' directive has the form %{ for item in collection } or %{ for key, value in collection }.",
  );
}

export function extraInDirective(span: Span, keyword: string): SyntaxProblem {
  return problem(
    span,
    `Extra characters in ${keyword} marker`,
    'The directive should end here with "}". For a literal "%{", write "%%{".',
  );
}

export function unclosedDirective(span: Span, keyword: string, opener: Span): SyntaxProblem {
  return related(
    problem(
      span,
      "Unexpected end of template",
      `The template ends, but its "${keyword}" directive has no "end${keyword}". Write %{ end${keyword} } where it should end.`,
    ),
    opener,
  );
}

export function unexpectedDirective(span: Span, keyword: string, detail: string): SyntaxProblem {
  return problem(span, `Unexpected ${keyword} directive`, detail);
}

export const directiveDetail = {
  unbalanced: "There is no directive open here that this one could belong to. Remove it.",
  secondElse: "This 'if' has had its 'else' already. Remove one of the two.",
  elseInFor: "A 'for' directive has no 'else'. Remove it.",
  endIfExpected: "The directive that is open here is an 'if': close it with %{ endif } first.",
  endForExpected: "The directive that is open here is a 'for': close it with %{ endfor } first.",
};
