/** What is known of the strings that symbols of a module stand for. */
import type { SymbolicString } from "../../iam/symbolic.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { ValueSymbol } from "../../terraform/value.ts";
import { blockAt, namesOneInstance, readAddress, type SymbolAddress } from "./address.ts";
import { externalIdOf } from "./officialStatement.ts";
import type { PolicyReader } from "./reader.ts";
import { valueIn } from "./blockValue.ts";
import { elsewhere, renameText } from "./elsewhere.ts";
import { kindByUse } from "./symbolKinds.ts";
import { awsAccountSymbol, integrationIdSymbol, openSymbol, partitionSymbol, slugSymbol } from "./shapes.ts";

/** Undefined for a symbol of which it is not known that it is a string. */
export function readSymbol(reader: PolicyReader, { id, type }: ValueSymbol): SymbolicString | undefined {
  const there = elsewhere(reader.view, id);
  if (there) {
    const text = reader.in(there.view).symbol({ id: there.id, type });
    return text && renameText(text, there.back);
  }
  return (
    readSingleton(reader, id) ??
    readThing(reader, id) ??
    readByUse(reader, id) ??
    (type.kind === "string" ? [openSymbol(id, id)] : undefined)
  );
}

function readByUse({ view }: PolicyReader, id: string): SymbolicString | undefined {
  const symbol = kindByUse(view, id);
  return symbol && [symbol];
}

/** Data sources that have one answer, whatever they are called. */
function readSingleton({ names }: PolicyReader, id: string): SymbolicString | undefined {
  const [, type, attribute] = /^data\.(\w+)(?:\..+)?\.(\w+)$/.exec(id) ?? [];
  switch (`${type}.${attribute}`) {
    case "spacelift_account.name":
      return names.account;
    case "spacelift_account.aws_account_id":
      return names.awsAccount;
    case "aws_caller_identity.account_id":
      return [awsAccountSymbol(id)];
    case "aws_partition.partition":
      return [partitionSymbol(id)];
    default:
      return undefined;
  }
}

function readThing(reader: PolicyReader, id: string): SymbolicString | undefined {
  const address = readAddress(id);
  if (!address) return undefined;
  switch (`${address.mode}.${address.type}.${address.attribute}`) {
    case "resource.spacelift_aws_integration.id":
      return [integrationIdSymbol(id, ownerOf(reader, address))];
    case "resource.spacelift_aws_integration.external_id":
      return configured(reader, address, "external_id") ?? [];
    case "data.spacelift_aws_integration.id":
    case "data.spacelift_aws_integration.integration_id":
      return (
        configured(reader, address, "integration_id") ?? [
          integrationIdSymbol(`${thing(address)}.id`, "other"),
        ]
      );
    case "resource.spacelift_stack.id":
      return configured(reader, address, "slug") ?? [slugSymbol(id, "stack", ownerOf(reader, address))];
    case "resource.spacelift_module.id":
      return [slugSymbol(id, "module", ownerOf(reader, address))];
    case "data.spacelift_stack.id":
    case "data.spacelift_stack.stack_id":
      return (
        configured(reader, address, "stack_id") ?? [slugSymbol(`${thing(address)}.id`, "stack", "other")]
      );
    case "data.spacelift_module.id":
    case "data.spacelift_module.module_id":
      return (
        configured(reader, address, "module_id") ?? [slugSymbol(`${thing(address)}.id`, "module", "other")]
      );
    case "data.spacelift_current_stack.id":
      return [slugSymbol(id, "stack", "other")];
    case "data.spacelift_aws_integration_attachment_external_id.external_id":
      return externalIdOf(reader, address);
    default:
      return undefined;
  }
}

function thing({ address, step }: SymbolAddress): string {
  return address + step;
}

/** Things of another Spacelift account may have the same ID as one of this account. */
function ownerOf({ view }: PolicyReader, address: SymbolAddress): "resource" | "other" {
  const declaration = blockAt(view.module, address);
  const other = !declaration || attributeOf(declaration.block, "provider") !== undefined;
  return other || !namesOneInstance(address) ? "other" : "resource";
}

/** The attribute that decides about the computed one, where it is set. */
function configured(
  reader: PolicyReader,
  address: SymbolAddress,
  attribute: string,
): SymbolicString | undefined {
  const value = valueIn(reader.view, address, attribute);
  if (value === undefined || value.kind === "null") return undefined;
  if (value.kind === "string") return reader.string(value.parts);
  return value.kind === "unknown" && value.symbol ? reader.symbol(value.symbol) : undefined;
}
