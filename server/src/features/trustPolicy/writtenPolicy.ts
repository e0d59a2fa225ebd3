/** A policy whose statements are written out: `jsonencode({ ... })`, or JSON as text. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import type { Expression, FunctionCall, ObjectConstructor, TupleConstructor } from "../../hcl/ast.ts";
import { asKnownString } from "../../terraform/value.ts";
import { expressionInText } from "../../analysis/trust/policyInText.ts";
import { keyName } from "../../analysis/trust/writtenStatement.ts";
import { jsonApart, jsonText, type Sourced } from "./jsonPolicy.ts";
import type { PolicyPlace } from "./policyPlace.ts";

export interface WrittenPolicy {
  /**
   * An argument of `jsonencode`, or JSON in a heredoc: statements can be replaced where they stand. JSON in a quoted
   * string or in a file can only be written anew.
   */
  readonly notation: "jsonencode" | "heredoc" | "elsewhere";
  /** The text that the spans count in. */
  readonly source: string;
  readonly policy: ObjectConstructor;
  /** The value of `Statement`. */
  readonly statement: Expression;
  /** The list whose elements are statements; undefined where `Statement` is a single one, or none is written out. */
  readonly list: TupleConstructor | undefined;
  /** The statements that are written out. */
  readonly elements: readonly Expression[];
  /** Expressions each of which makes a list of statements. */
  readonly others: readonly Expression[];
}

/** Undefined for every other shape. */
export function writtenPolicy(view: ModuleView, place: PolicyPlace): WrittenPolicy | undefined {
  const { notation, expression, source } = readNotation(view, place) ?? {};
  if (notation === undefined || source === undefined || expression?.kind !== "ObjectConstructor")
    return undefined;
  const statement = entry(expression, "Statement");
  return statement && { notation, source, policy: expression, statement, ...partsOf(statement) };
}

type Notated = Sourced & Pick<WrittenPolicy, "notation">;

function readNotation(view: ModuleView, { attribute: { value }, file }: PolicyPlace): Notated | undefined {
  const source = file.syntax.text;
  if (value.kind === "Template") {
    const inPlace = expressionInText(value, file);
    if (inPlace) return { notation: "heredoc", expression: inPlace, source };
    return elsewhere(jsonApart(value, file));
  }
  if (value.kind !== "FunctionCall") return undefined;
  if (value.name.name === "file") {
    const text = asKnownString(view.evaluate(value, file));
    return text === undefined ? undefined : elsewhere(jsonText(text));
  }
  const argument = value.name.name === "jsonencode" ? value.args[0] : undefined;
  return argument && { notation: "jsonencode", expression: argument, source };
}

function elsewhere(sourced: Sourced | undefined): Notated | undefined {
  return sourced && { notation: "elsewhere", ...sourced };
}

function partsOf(statement: Expression): Pick<WrittenPolicy, "list" | "elements" | "others"> {
  switch (statement.kind) {
    case "TupleConstructor":
      return { list: statement, elements: statement.elements, others: [] };
    case "ObjectConstructor":
      return { list: undefined, elements: [statement], others: [] };
    case "FunctionCall":
      return statement.name.name === "concat" && !statement.expand
        ? partsOfConcat(statement)
        : { list: undefined, elements: [], others: [statement] };
    default:
      return { list: undefined, elements: [], others: [statement] };
  }
}

/** Of several lists that are written out, the elements of the first can be replaced. */
function partsOfConcat({ args }: FunctionCall): Pick<WrittenPolicy, "list" | "elements" | "others"> {
  const list = args.find((arg) => arg.kind === "TupleConstructor");
  return { list, elements: list?.elements ?? [], others: args.filter((arg) => arg !== list) };
}

export function entry(object: ObjectConstructor, name: string): Expression | undefined {
  return object.items.find(({ key }) => keyName(key) === name)?.value;
}
