/**
 * Requests that a policy cannot tell apart: they differ only in which symbols stand in them, of symbols that the policy
 * does not mention. Such a symbol is to the policy no more than its shape, so all of them get one answer.
 */
import { mentionsIn, type Mentions } from "./mentions.ts";
import type { Policy } from "./policy.ts";
import { perObject } from "../base/remember.ts";
import type { Caller, Context, ContextValue, Request } from "./request.ts";
import { identityOf, type StringSymbol, type SymbolicString } from "./symbolic.ts";

/** Equal for requests that are alike to the policy. */
export function likenessOf({ action, caller, context }: Request, policy: Policy): string {
  const { text } = textOf(context, policy);
  return `${action} ${callerText(caller)}\n${text}`;
}

/** A context as the policy sees it, with the symbols that it does not mention in the order in which they come. */
interface ContextText {
  readonly text: string;
  readonly others: readonly string[];
}

/** The circumstances, which many requests share, are read once. */
function textOf({ keys, others }: Context, policy: Policy): ContextText {
  const under = "keys" in others ? sharedText(policy)(others) : undefined;
  const unmentioned: string[] = under ? under.others.slice() : [];
  const mentioned = mentionsIn(policy);
  let text = under?.text ?? "";
  for (const [key, value] of keys) text += `${key} ${valueText(value, mentioned, unmentioned)}\n`;
  if (!("keys" in others))
    text += others.kind === "by-name" ? others.kind : valueText(others, mentioned, unmentioned);
  return { text, others: unmentioned };
}

/** Puts the symbols that the policy does not mention behind the others. */
function valueText(value: ContextValue, mentioned: Mentions, unmentioned: string[]): string {
  switch (value.kind) {
    case "single":
      return stringText(value.value, mentioned, unmentioned);
    case "several":
      return value.values.map((one) => stringText(one, mentioned, unmentioned)).join();
    case "absent":
    case "unknown":
      return value.kind;
  }
}

function stringText(value: SymbolicString, mentioned: Mentions, unmentioned: string[]): string {
  let text = "";
  for (const segment of value) {
    if (segment.kind === "literal") text += lengthened(segment.text);
    else if (mentioned.has(segment.id)) text += `<${lengthened(segment.id)}>`;
    else text += `{${placeIn(unmentioned, segment.id)} ${shapeText(segment)}}`;
  }
  return text;
}

function placeIn(ids: string[], id: string): number {
  const before = ids.indexOf(id);
  return before < 0 ? ids.push(id) - 1 : before;
}

const sharedText = perObject((policy: Policy) => perObject((context: Context) => textOf(context, policy)));

const shapeText = perObject(({ alphabet, minLength, maxLength, distinctAs, never }: StringSymbol): string =>
  JSON.stringify([alphabet.complement, alphabet.characters, minLength, maxLength, distinctAs, never]),
);

/** A text of which it is plain where it ends. */
function lengthened(text: string): string {
  return `${text.length}:${text}`;
}

const callerText = perObject(({ account, partition, names }: Caller): string =>
  [account, partition, ...names].map(identityOf).join(" "),
);
