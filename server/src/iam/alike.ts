/**
 * Requests that a policy cannot tell apart: they differ only in which symbols stand in them, of symbols that the policy
 * does not mention. Such a symbol is to the policy no more than its shape, so all of them get one answer.
 */
import type { Policy, Statement, Text, Unknown } from "./policy.ts";
import { perObject } from "./remember.ts";
import type { Caller, ContextValue, Request } from "./request.ts";
import { identityOf, symbolsIn, type Segment, type SymbolicString } from "./symbolic.ts";

/** Equal for requests that are alike to the policy. */
export function likenessOf({ action, caller, context }: Request, policy: Policy): string {
  const mentioned = mentionedIn(policy);
  const others: string[] = [];
  const segmentText = (segment: Segment): string => {
    if (segment.kind === "text") return lengthened(segment.text);
    if (mentioned.has(segment.id)) return `<${lengthened(segment.id)}>`;
    if (!others.includes(segment.id)) others.push(segment.id);
    const { alphabet, minLength, maxLength, distinctAs } = segment;
    const shape = [alphabet.complement, alphabet.characters, minLength, maxLength, distinctAs];
    return `{${others.indexOf(segment.id)} ${JSON.stringify(shape)}}`;
  };
  const stringText = (value: SymbolicString): string => value.map(segmentText).join("");
  const valueText = (value: ContextValue): string => {
    switch (value.kind) {
      case "single":
        return stringText(value.value);
      case "several":
        return value.values.map(stringText).join();
      case "absent":
      case "unknown":
        return value.kind;
    }
  };
  const keys = [...context.keys].map(([key, value]) => `${key} ${valueText(value)}`);
  return [action, callerText(caller), ...keys, valueText(context.others)].join("\n");
}

/** A text of which it is plain where it ends. */
function lengthened(text: string): string {
  return `${text.length}:${text}`;
}

const callerText = perObject(({ account, partition, names }: Caller): string =>
  [account, partition, ...names].map(identityOf).join(" "),
);

/** The IDs of the symbols that stand in the policy. */
const mentionedIn = perObject((policy: Policy): ReadonlySet<string> => {
  const strings = policy.statements.flatMap((statement) =>
    statement.kind === "statement" ? stringsIn(statement) : [],
  );
  return new Set(strings.flatMap((value) => symbolsIn(value).map(({ id }) => id)));
});

function stringsIn({ principals, action, conditions }: Statement): readonly SymbolicString[] {
  return [
    ...principals.flatMap((principal) => (principal.kind === "unknown" ? [] : [principal.value])),
    ...action.names.flatMap(stringOf),
    ...conditions.flatMap((condition) =>
      condition.kind === "unknown" ? [] : [condition.key, ...condition.values.flatMap(stringOf)],
    ),
  ];
}

function stringOf(part: Text | Unknown): readonly SymbolicString[] {
  return part.kind === "text" ? [part.value] : [];
}
