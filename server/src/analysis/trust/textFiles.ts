/** Files that modules read as text, with `file` or as a template: they have no tree of Terraform's language. */
import { perObject } from "../../base/remember.ts";
import { callsThatRead, functionOf, type PlacedCall } from "../../terraform/fileCalls.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import type { FileReading } from "../../terraform/reads.ts";
import type { ModuleView } from "../moduleView.ts";

/** What `${...}` in the file is: text, or something to render; undefined where calls differ in that. */
type TextSyntax = "plain" | "template";

/** A file that a module of the configuration reads. */
export function textFileAt({ around }: ModuleView, uri: string): ModuleFile | undefined {
  for (const { companions } of around.configuration.modules.values()) {
    const reading = companions.reads.files.get(uri);
    if (reading?.kind === "text") return withoutTree(reading)(uri);
  }
  return undefined;
}

const withoutTree = perObject((reading: FileReading & { readonly kind: "text" }) => {
  let made: ModuleFile | undefined;
  return (uri: string): ModuleFile => (made ??= emptyFile(uri, reading.text));
});

function emptyFile(uri: string, text: string): ModuleFile {
  const body = { kind: "Body", items: [], start: 0, end: text.length } as const;
  return { uri, syntax: { text, body, problems: [] } };
}

export function textCalls({ around }: ModuleView, uri: string): readonly PlacedCall[] {
  return callsThatRead(around.configuration, uri);
}

export function textSyntax(view: ModuleView, uri: string): TextSyntax | undefined {
  const names = new Set(textCalls(view, uri).map(({ call }) => functionOf(call.node)));
  const [isPlain, isTemplate] = [names.has("file"), names.has("templatefile")];
  if (isPlain === isTemplate) return undefined;
  return isPlain ? "plain" : "template";
}
