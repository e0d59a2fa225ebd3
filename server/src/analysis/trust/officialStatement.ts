/**
 * What `data.spacelift_aws_integration_attachment_external_id` and the older `aws_assume_role_policy_statement`
 * answer: the external ID that Spacelift sends, and a statement that admits exactly it.
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/data-sources/aws_integration_attachment_external_id
 */
import type { Location } from "../../base/location.ts";
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import type { ObjectEntry, Value } from "../../iam/value.ts";
import { asKnownBool, type Value as ModuleValue } from "../../terraform/value.ts";
import { boolType } from "../../terraform/type.ts";
import { convert } from "../../terraform/convert.ts";
import type { SymbolAddress } from "./address.ts";
import { valueIn } from "./blockValue.ts";
import { composeId, formsIn, type SymbolicIdParts } from "./externalIdForms.ts";
import type { PolicyReader } from "./reader.ts";
import { integrationIdSymbol, phaseSymbol, slugSymbol } from "./shapes.ts";

export function externalIdOf(reader: PolicyReader, address: SymbolAddress): SymbolicString {
  const [form] = formsIn(reader.view.settings);
  return composeId(form, partsOf(reader, address));
}

/** What is sent in either form: Spacelift knows which one it is. */
function externalIdsOf(reader: PolicyReader, address: SymbolAddress): readonly SymbolicString[] {
  const parts = partsOf(reader, address);
  return formsIn(reader.view.settings).flatMap((form) => (form ? [composeId(form, parts)] : []));
}

function partsOf(reader: PolicyReader, address: SymbolAddress): SymbolicIdParts {
  const name = address.address + address.step;
  const integration = textIn(reader, address, "integration_id") ?? [
    integrationIdSymbol(`${name}.integration_id`, "other"),
  ];
  const slug = textIn(reader, address, "stack_id") ??
    textIn(reader, address, "module_id") ?? [slugSymbol(`${name}.stack_id`, "stack", "other")];
  return { account: reader.names.account, integration, slug, phase: phaseOf(reader, address) };
}

/** The statement as Spacelift renders it; undefined for symbols that are something else. */
export function officialStatement(
  reader: PolicyReader,
  address: SymbolAddress,
  origin: Location | undefined,
): Value | undefined {
  switch (`${address.type}.${address.attribute}`) {
    case "spacelift_aws_integration_attachment_external_id.assume_role_policy_statement":
      return statement(reader, externalIdsOf(reader, address), origin);
    case "spacelift_stack.aws_assume_role_policy_statement":
    case "spacelift_module.aws_assume_role_policy_statement":
      return statement(reader, [legacyIdOf(reader, address)], origin);
    default:
      return undefined;
  }
}

/** `<account>@<stack or module>`, what the deprecated resources send. */
function legacyIdOf(reader: PolicyReader, address: SymbolAddress): SymbolicString {
  const id = `${address.address}${address.step}.id`;
  const slug = reader.text(id);
  return symbolic`${reader.names.account}@${slug}`;
}

function statement(
  { names }: PolicyReader,
  externalIds: readonly SymbolicString[],
  origin: Location | undefined,
): Value {
  const string = (value: SymbolicString): Value => ({ kind: "string", value, origin });
  const object = (entries: readonly ObjectEntry[]): Value => ({ kind: "object", entries, origin });
  const entry = (key: string, value: Value): ObjectEntry => ({
    key: symbolic`${key}`,
    keyOrigin: origin,
    value,
  });
  const [only, ...others] = externalIds.map(string);
  const ids: Value =
    only && others.length === 0 ? only : { kind: "list", items: externalIds.map(string), origin };
  const condition = object([entry("StringEquals", object([entry("sts:ExternalId", ids)]))]);
  return object([
    entry("Action", string(symbolic`sts:AssumeRole`)),
    entry("Condition", condition),
    entry("Effect", string(symbolic`Allow`)),
    entry("Principal", object([entry("AWS", string(names.awsAccount))])),
  ]);
}

/** With `write` the ID ends in `@write`, whatever `read` says. */
function phaseOf(reader: PolicyReader, address: SymbolAddress): SymbolicString {
  const write = flagIn(valueIn(reader.view, address, "write"));
  if (write === true) return symbolic`write`;
  if (write === false) return symbolic`read`;
  return [phaseSymbol(`${address.address}${address.step}.phase`)];
}

/** Absent is false; undefined where it is not known. */
function flagIn(value: ModuleValue | undefined): boolean | undefined {
  if (value === undefined || value.kind === "null") return false;
  return asKnownBool(convert(value, boolType));
}

function textIn(reader: PolicyReader, address: SymbolAddress, attribute: string): SymbolicString | undefined {
  const value = valueIn(reader.view, address, attribute);
  if (value?.kind === "string") return reader.string(value.parts);
  return value?.kind === "unknown" && value.symbol ? reader.symbol(value.symbol) : undefined;
}
