/** Comma separated values as Go reads them: https://pkg.go.dev/encoding/csv */

/** The records; undefined where a quote stands where none may. */
export function parseCsv(text: string): readonly (readonly string[])[] | undefined {
  const records: string[][] = [];
  const source = text.replace(/\r\n/g, "\n").replace(/\r$/, "");
  let position = 0;
  while (position < source.length) {
    if (source.charAt(position) === "\n") {
      position++;
      continue;
    }
    const record = readRecord(source, position);
    if (record === undefined) return undefined;
    records.push(record.fields);
    position = record.end;
  }
  return records;
}

function readRecord(source: string, start: number): { fields: string[]; end: number } | undefined {
  const fields: string[] = [];
  let position = start;
  for (;;) {
    const field =
      source.charAt(position) === '"' ? readQuoted(source, position) : readPlain(source, position);
    if (field === undefined) return undefined;
    fields.push(field.text);
    position = field.end;
    const separator = source.charAt(position);
    if (separator === ",") position++;
    else if (separator === "\n" || separator === "") return { fields, end: position + 1 };
    else return undefined;
  }
}

interface Field {
  readonly text: string;
  readonly end: number;
}

function readPlain(source: string, start: number): Field | undefined {
  const text = /[^,\n]*/y;
  text.lastIndex = start;
  const [found = ""] = text.exec(source) ?? [];
  return found.includes('"') ? undefined : { text: found, end: start + found.length };
}

function readQuoted(source: string, start: number): Field | undefined {
  const quoted = /"((?:[^"]|"")*)"/y;
  quoted.lastIndex = start;
  const match = quoted.exec(source);
  if (match === null) return undefined;
  return { text: (match[1] ?? "").replaceAll('""', '"'), end: start + match[0].length };
}
