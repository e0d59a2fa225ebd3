/** Reads policies out of a module: puts the readers of values, symbols and documents together. */
import type { Value } from "../../iam/value.ts";
import type { ModuleView } from "../moduleView.ts";
import { identityOf, type SymbolicString } from "../../iam/symbolic.ts";
import { stringType, type Type } from "../../terraform/type.ts";
import type { ValueSymbol } from "../../terraform/value.ts";
import { blockAt, readAddress } from "./address.ts";
import { elsewhere, renameValue } from "./elsewhere.ts";
import type { SpaceliftNames } from "./names.ts";
import { officialStatement } from "./officialStatement.ts";
import { renderDocument } from "./policyDocument.ts";
import type { PolicyReader } from "./reader.ts";
import { readSymbol } from "./readSymbol.ts";
import { readJson, readValue, stringReader } from "./readValue.ts";
import { noteKinds, notingKinds, type KindsAsked } from "./symbolKinds.ts";

function createPolicyReader(view: ModuleView, names: SpaceliftNames): PolicyReader {
  const underWay = new Set<string>();
  const texts = new Map<string, ReadSymbol>();
  const others = new Map<string, ReadSymbol>();
  const read = (known: Map<string, ReadSymbol>, key: string, id: string, type: Type) => {
    const before = known.get(key);
    if (!before) return readNow(known, key, { id, type });
    noteKinds(before.asked);
    return before.result;
  };
  const readNow = (known: Map<string, ReadSymbol>, key: string, symbol: ValueSymbol) => {
    const now = notingKinds(() => readSymbol(reader, symbol));
    known.set(key, now);
    return now.result;
  };
  const text = (id: string): SymbolicString => read(texts, id, id, stringType) ?? [];
  const reader: PolicyReader = {
    view,
    names,
    string: stringReader(text),
    text,
    symbol: ({ id, type }) =>
      type.kind === "string" ? text(id) : read(others, `${type.kind} ${id}`, id, type),
    value: (value) => readValue(reader, value),
    json: (value) => readJson(reader, value, "IAM"),
    in: (other) => (other === view ? reader : readerFor(other, names)),
    document: (id) => {
      if (underWay.has(id)) return { kind: "unknown", reason: `${id} refers to itself`, origin: undefined };
      underWay.add(id);
      const value = documentNamed(reader, id);
      underWay.delete(id);
      return value;
    },
  };
  return reader;
}

interface ReadSymbol {
  readonly result: SymbolicString | undefined;
  readonly asked: KindsAsked;
}

const readers = new WeakMap<ModuleView, Map<string, PolicyReader>>();

/** One reader for each set of names, so that what symbols stand for is found out once. */
export function readerFor(view: ModuleView, names: SpaceliftNames): PolicyReader {
  const known = readers.get(view) ?? new Map<string, PolicyReader>();
  readers.set(view, known);
  const key = identityOf(names.awsAccount) + identityOf(names.account);
  const reader = known.get(key) ?? createPolicyReader(view, names);
  known.set(key, reader);
  return reader;
}

function documentNamed(reader: PolicyReader, id: string): Value | undefined {
  const there = elsewhere(reader.view, id);
  if (there) {
    const document = reader.in(there.view).document(there.id);
    return document && renameValue(document, there.back);
  }
  const address = readAddress(id);
  if (!address) return undefined;
  if (address.type === "aws_iam_policy_document") {
    const declaration = blockAt(reader.view.module, address);
    const isText = address.attribute === "json" || address.attribute === "minified_json";
    return declaration && isText ? renderDocument(reader, declaration, address) : undefined;
  }
  return officialStatement(reader, address, undefined);
}
