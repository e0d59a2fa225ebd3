/** `compact(list)`: https://developer.hashicorp.com/terraform/language/functions/compact */
import type { FunctionDefinition } from "./definition.ts";
import type { UnknownReason, Value } from "../value.ts";
import { choiceOf, mapChoice, withChoice } from "../choice.ts";
import { mayBeEmpty } from "../equal.ts";
import { joinSegments } from "../segments.ts";
import { listType, stringType } from "../type.ts";
import { asKnownString, firstUnknown, listValue, unknownValue } from "../value.ts";
import { shaped } from "./parameters.ts";

export const compact: FunctionDefinition = {
  parameters: [shaped("list", listType(stringType))],
  result: listType(stringType),
  call(args) {
    const elements = args.elements(0);
    const reason = elements.map(whyOpen).find((found) => found !== undefined);
    return reason
      ? joinSegments(openList(reason), elements.map(left))
      : listValue(stringType, elements.filter(isKept));
  },
};

function isKept(item: Value): boolean {
  return item.kind !== "null" && asKnownString(item) !== "";
}

/** Undefined where it is known whether there is any text. */
function whyOpen(item: Value): UnknownReason | undefined {
  return item.kind === "string" && !mayBeEmpty(item) ? undefined : firstUnknown(item);
}

/** The list of the element, or an empty one. */
function left(item: Value): Value {
  const reason = whyOpen(item);
  const itself = listValue(stringType, [item].filter(isKept));
  if (!reason) return itself;
  const open = openList(reason);
  const choice = choiceOf(item);
  if (choice) return mapChoice(open, choice, left);
  const isText = openList(reason);
  return withChoice(open, { condition: isText, then: itself, otherwise: listValue(stringType, []) });
}

function openList(reason: UnknownReason) {
  return unknownValue(reason, listType(stringType));
}
