/** Writes a policy as a value, in the order in which AWS prints its elements; a list of one becomes its item. */
import type {
  ActionElement,
  Condition,
  OperatorUse,
  Policy,
  Principal,
  Statement,
  Text,
  Unknown,
} from "./policy.ts";
import { concat, symbolic, type SymbolicString } from "./symbolic.ts";
import type { ObjectEntry, Value } from "./value.ts";

export function encodePolicy({ version, id, statements, origin }: Policy): Value {
  const entries = [
    ...optional("Version", version),
    ...optional("Id", id),
    entry("Statement", { kind: "list", items: statements.map(encodeStatement), origin: undefined }),
  ];
  return { kind: "object", entries, origin };
}

function encodeStatement(statement: Statement | Unknown): Value {
  if (statement.kind === "unknown") return statement;
  const { sid, effect, principals, action, conditions, origin } = statement;
  const entries = [
    ...optional("Sid", sid),
    entry("Effect", effect.kind === "unknown" ? effect : string(symbolic`${effect.name}`)),
    entry("Principal", encodePrincipals(principals)),
    encodeAction(action),
    ...(conditions.length === 0 ? [] : [entry("Condition", encodeConditions(conditions))]),
  ];
  return { kind: "object", entries, origin };
}

function encodePrincipals(principals: Statement["principals"]): Value {
  const unknown = principals.find((principal) => principal.kind === "unknown");
  if (unknown !== undefined) return unknown;
  const named = principals.filter((principal): principal is Principal => principal.kind === "principal");
  const types = [...new Set(named.map(({ type }) => type))];
  return object(
    types.map((type) =>
      entry(type, oneOrList(named.filter((p) => p.type === type).map(({ value }) => string(value)))),
    ),
  );
}

function encodeAction({ excluding, names }: ActionElement): ObjectEntry {
  return entry(excluding ? "NotAction" : "Action", oneOrList(names.map(encodeText)));
}

function encodeConditions(conditions: Statement["conditions"]): Value {
  const unknown = conditions.find((condition) => condition.kind === "unknown");
  if (unknown !== undefined) return unknown;
  const named = conditions.filter((condition): condition is Condition => condition.kind === "condition");
  const operators = [...new Set(named.map(({ operator }) => operatorText(operator)))];
  return object(
    operators.map((name) => {
      const keys = named.filter(({ operator }) => operatorText(operator) === name);
      return entry(
        name,
        object(keys.map(({ key, values }) => entry(key, oneOrList(values.map(encodeText))))),
      );
    }),
  );
}

/** The operator as a policy writes it. */
export function operatorText({ name, qualifier, ifExists }: OperatorUse): string {
  return `${qualifier === undefined ? "" : `${qualifier}:`}${name}${ifExists ? "IfExists" : ""}`;
}

function encodeText(text: Text | Unknown): Value {
  return text.kind === "unknown" ? text : string(text.value);
}

function optional(name: string, text: Text | Unknown | undefined): readonly ObjectEntry[] {
  return text === undefined ? [] : [entry(name, encodeText(text))];
}

function oneOrList(items: readonly Value[]): Value {
  const [first, ...rest] = items;
  return first !== undefined && rest.length === 0 ? first : { kind: "list", items, origin: undefined };
}

function object(entries: readonly ObjectEntry[]): Value {
  return { kind: "object", entries, origin: undefined };
}

function string(value: SymbolicString): Value {
  return { kind: "string", value, origin: undefined };
}

function entry(key: string | SymbolicString, value: Value): ObjectEntry {
  return { key: concat(key), keyOrigin: undefined, value };
}
