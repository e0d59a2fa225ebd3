/**
 * HashiCorp's own parser as the judge of what we write. It is large and slow to load, so that happens when the first
 * edit is about to be offered and never before.
 */

interface Parser {
  /** Answers `[value, error]`; both are null where the other one is not. */
  readonly parseToObject: (text: string) => unknown;
}

let parser: Promise<Parser> | undefined;

/** Verdicts on the newest texts: the same block is asked about again and again. */
const verdicts = new Map<string, boolean>();
const mostVerdicts = 500;

/** True when HashiCorp's parser accepts the text as a whole file. */
export async function isAccepted(text: string): Promise<boolean> {
  const known = verdicts.get(text);
  if (known !== undefined) return known;
  parser ??= load();
  const result = (await parser).parseToObject(text);
  const verdict = Array.isArray(result) && result[0] !== null && result[1] === null;
  if (verdicts.size >= mostVerdicts) verdicts.clear();
  verdicts.set(text, verdict);
  return verdict;
}

async function load(): Promise<Parser> {
  const { stackTraceLimit } = Error;
  const module: unknown = await import("hcl2-parser");
  // Compiled Go makes stacks endless, for the whole process.
  Error.stackTraceLimit = stackTraceLimit;
  if (!isParserModule(module)) throw new Error("hcl2-parser has changed: it has no parseToObject");
  return module.default;
}

function isParserModule(module: unknown): module is { readonly default: Parser } {
  if (typeof module !== "object" || module === null || !("default" in module)) return false;
  const { default: parserModule } = module;
  return typeof parserModule === "object" && parserModule !== null && "parseToObject" in parserModule;
}
