/** Upper and lower case letter by letter, as Go does it: one letter stays one letter. */

export function upperCase(text: string): string {
  return changeCase(text, (letter) => letter.toUpperCase());
}

export function lowerCase(text: string): string {
  return changeCase(text, (letter) => (letter === "\u0130" ? "i" : letter.toLowerCase()));
}

function changeCase(text: string, change: (letter: string) => string): string {
  return Array.from(text, (letter) => {
    const changed = change(letter);
    return [...changed].length === 1 ? changed : letter;
  }).join("");
}

const letterOrDigit = /[\p{L}\p{Nd}_'\u2019]/u;
const space = /\s/u;

/** The first letter of every word in upper case. */
export function titleCase(text: string): string {
  let previous = " ";
  return Array.from(text, (letter) => {
    const starts = isSeparator(previous);
    previous = letter;
    return starts ? upperCase(letter) : letter;
  }).join("");
}

/** Among ASCII everything but letters, digits and `_`; beyond it only white space. */
function isSeparator(letter: string): boolean {
  if (letter <= "\x7f") return !/[A-Za-z0-9_]/.test(letter);
  return !letterOrDigit.test(letter) && space.test(letter);
}
