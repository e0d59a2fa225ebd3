/** `fileexists(path)`: https://developer.hashicorp.com/terraform/language/functions/fileexists */
import type { FunctionDefinition } from "./definition.ts";
import { boolType } from "../type.ts";
import { boolValue, unknownValue } from "../value.ts";
import { filePath } from "./parameters.ts";

export const fileexists: FunctionDefinition = {
  parameters: [filePath("path")],
  result: boolType,
  call(args, { scope }) {
    const { kind } = scope.files?.read(args.path(0)) ?? { kind: "unreadable" };
    return kind === "unreadable"
      ? unknownValue({ kind: "file not readable", subject: args.path(0).path, at: undefined }, boolType)
      : boolValue(kind === "content");
  },
};
