/** What HashiCorp's parser makes of a text: a recent one as WebAssembly, and the one of HCL 2.10. */
import { parse } from "@cdktn/hcl2json";
import * as hcl2Module from "hcl2-parser";
import * as v from "valibot";

/** The package says nothing true about its types. As a CommonJS module it comes as the default export. */
const { default: hcl2Parser } = v.parse(
  v.object({ default: v.object({ parseToString: v.function() }) }),
  hcl2Module,
);

interface Judgement {
  readonly accepted: boolean;
  readonly problems: readonly JudgedProblem[];
  /** The document as JSON, where the text was accepted and could be converted. */
  readonly json: unknown;
}

export interface JudgedProblem {
  readonly line: number;
  readonly column: number;
  readonly summary: string;
}

/** A name that no text contains, so that positions can be told from text in the messages. */
const fileName = "judged-file";

const position = new RegExp(`${fileName}:(\\d+),(\\d+)-(?:\\d+,)?\\d+: ([^;]+);`, "g");

/** Undefined where the judge gave up: it overflows its stack where brackets are nested deeply. */
export async function judge(text: string): Promise<Judgement | undefined> {
  try {
    return { accepted: true, problems: [], json: await parse(fileName, text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // What was parsed but cannot be turned into JSON, such as an infinite number, has the right syntax.
    if (message.startsWith("convert to HCL")) return { accepted: true, problems: [], json: undefined };
    if (!message.startsWith("parse config")) return undefined;
    return { accepted: false, problems: problemsIn(message), json: undefined };
  }
}

function problemsIn(message: string): readonly JudgedProblem[] {
  return [...message.matchAll(position)].map(([, line, column, summary]) => ({
    line: Number(line),
    column: Number(column),
    summary: summary ?? "",
  }));
}

/** Whether HCL 2.10 accepts the text and can turn it into JSON; some that it accepts make it panic. */
export function oldParserAccepts(text: string): boolean {
  try {
    return v.parse(v.tuple([v.string(), v.unknown()]), hcl2Parser.parseToString(text))[1] === null;
  } catch {
    return false;
  }
}
