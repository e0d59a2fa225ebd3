/** `fileexists(path)`: https://developer.hashicorp.com/terraform/language/functions/fileexists */
import type { FunctionDefinition } from "./definition.ts";
import { boolType } from "../type.ts";
import { boolValue, unknownValue } from "../value.ts";
import { text } from "./parameters.ts";

export const fileexists: FunctionDefinition = {
  parameters: [text("path")],
  result: boolType,
  call(args, { scope }) {
    const { kind } = scope.files?.read(args.text(0)) ?? { kind: "unreadable" };
    return kind === "unreadable"
      ? unknownValue({ kind: "file not readable", subject: args.text(0), at: undefined }, boolType)
      : boolValue(kind === "content");
  },
};
