/** `csvdecode(text)`: https://developer.hashicorp.com/terraform/language/functions/csvdecode */
import type { FunctionDefinition } from "./definition.ts";
import { parseCsv } from "../formats/csv.ts";
import { dynamicType, listType, objectType, stringType } from "../type.ts";
import { listValue, objectValue, stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { failure } from "./result.ts";

export const csvdecode: FunctionDefinition = {
  parameters: [text("str")],
  result: listType(dynamicType),
  call(args) {
    const records = parseCsv(args.text(0));
    if (records === undefined) return failure("the text is no CSV");
    const [header, ...rows] = records;
    if (header === undefined) return failure("missing header line");
    if (new Set(header).size < header.length) return failure("duplicate column name");
    if (rows.some((row) => row.length !== header.length)) return failure("wrong number of fields");
    const type = objectType(new Map(header.map((name) => [name, stringType])));
    const objects = rows.map((row) =>
      objectValue(header.map((name, column) => [name, stringValue(row[column] ?? "")] as const)),
    );
    return listValue(type, objects);
  },
};
