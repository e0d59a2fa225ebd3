/** `wrong-type`: a value that Terraform cannot convert to the attribute's type. */
import { quote } from "../../hcl/literal.ts";
import { isSettable, type AttributeSchema } from "../../spacelift/schema.ts";
import { convert } from "../../terraform/convert.ts";
import { asKnownString, isError, type Value } from "../../terraform/value.ts";
import type { Location } from "../../base/location.ts";
import { replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { attribute, inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { terraformType } from "../schemaType.ts";
import { typeInWords } from "../words.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly schema: AttributeSchema;
  readonly value: Value;
  readonly location: Location;
}

export const wrongType = defineRule<Fact>({
  code: "wrong-type",
  severity: "error",
  summary: "A value that Terraform cannot convert to the attribute's type.",
  find: (view) =>
    view.family.flatMap((block) =>
      block.schema.attributes.filter(isSettable).flatMap((schema) => factsIn(view, block, schema)),
    ),
  tell,
  fix,
});

function factsIn(view: ModuleView, block: FamilyBlock, schema: AttributeSchema): readonly Fact[] {
  const found = attribute(block, schema.name);
  if (!found || found.value.kind === "MissingExpression") return [];
  const value = view.evaluate(found.value, block.file);
  if (isError(value) || fits(value, schema)) return [];
  const [only, ...others] = value.origins;
  const location = only && others.length === 0 ? only : inFile(block, found.value);
  return [{ schema, value, location }];
}

/** A whole resource is an object, whatever its attributes are. */
function fits(value: Value, { type }: AttributeSchema): boolean {
  if (value.kind === "reference") return false;
  return !isError(convert(value, terraformType(type)));
}

function tell({ schema, value, location }: Fact): Report {
  return {
    location,
    message: `${schema.name} must be ${typeInWords(schema.type)}: Terraform cannot convert this and refuses to plan. ${advice(schema, value)}`,
  };
}

function advice({ type, meaning, refersTo }: AttributeSchema, value: Value): string {
  if (value.kind === "reference") {
    return `Take one of its attributes, such as ${refersTo === "roleArn" ? "arn" : "id"}.`;
  }
  if (meaning === "duration") return "Write whole seconds, such as 3600.";
  switch (type.kind) {
    case "bool":
      return "Write true or false, without quotes.";
    case "list":
    case "set":
      return "Put the values in brackets.";
    default:
      return "Change the value.";
  }
}

function fix(fact: Fact): readonly Fix[] {
  const { value, schema } = fact;
  if (value.kind === "reference") return attributeFix(fact.location, schema.refersTo);
  const newText = converted(fact);
  if (newText === undefined) return [];
  const { uri, span } = fact.location;
  return [{ title: `Write ${newText}`, edits: [{ uri, edits: [replace(span, newText)] }], preferred: true }];
}

/** Of a whole role the ARN was meant, of everything else the ID, where one of them belongs. */
function attributeFix({ uri, span }: Location, refersTo: AttributeSchema["refersTo"]): readonly Fix[] {
  if (refersTo === undefined) return [];
  const name = refersTo === "roleArn" ? ".arn" : ".id";
  const edits = [replace({ start: span.end, end: span.end }, name)];
  return [{ title: `Add ${name}`, edits: [{ uri, edits }], preferred: true }];
}

/** What was most likely meant, where that is obvious. */
function converted({ schema, value }: Fact): string | undefined {
  const text = asKnownString(value);
  switch (schema.type.kind) {
    case "bool":
      return text === undefined ? undefined : boolIn(text);
    case "number":
      return text === undefined ? undefined : secondsIn(text);
    case "list":
    case "set":
      return text === undefined ? undefined : `[${quote(text)}]`;
    default:
      return undefined;
  }
}

function boolIn(text: string): string | undefined {
  if (/^\s*(true|yes|on|enabled?)\s*$/i.test(text)) return "true";
  return /^\s*(false|no|off|disabled?)\s*$/i.test(text) ? "false" : undefined;
}

const secondsPerUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `15m` and `1 hour` in seconds; also a number with separators, such as `3_600`. */
function secondsIn(text: string): string | undefined {
  const match = /^\s*(\d[\d_,]*)\s*(s|m|h)?(?:ec|in|our|econd|inute)?s?\s*$/i.exec(text);
  if (!match?.[1]) return undefined;
  const unit = secondsPerUnit[match[2]?.toLowerCase() ?? "s"] ?? 1;
  return String(Number(match[1].replaceAll(/[_,]/g, "")) * unit);
}
