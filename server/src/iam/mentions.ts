/** The symbols that stand in what a policy asks of requests, each with the place where it comes in first. */
import type { Location } from "../base/location.ts";
import { perObject } from "../base/remember.ts";
import {
  eachItem,
  type ActionElement,
  type Condition,
  type Policy,
  type Principal,
  type Statement,
  type Text,
} from "./policy.ts";
import type { SymbolicString } from "./symbolic.ts";

/** By the symbol's `id`. */
export type Mentions = ReadonlyMap<string, Location | undefined>;

export const mentionsIn = perObject(({ statements }: Policy) =>
  mentions((add) => eachItem(statements, (statement) => addStatement(statement, add))),
);

export const mentionsInStatement = perObject((statement: Statement) =>
  mentions((add) => addStatement(statement, add)),
);

export const mentionsInAction = perObject((action: ActionElement) =>
  mentions((add) => addAction(action, add)),
);

export const mentionsInCondition = perObject((condition: Condition) =>
  mentions((add) => addCondition(condition, add)),
);

export function mentionsInText(text: Text | Principal): Mentions {
  return mentions((add) => add(text.value, text.origin));
}

type Add = (value: SymbolicString, origin: Location | undefined) => void;

function mentions(collect: (add: Add) => void): Mentions {
  const found = new Map<string, Location | undefined>();
  collect((value, origin) => {
    for (const segment of value)
      if (segment.kind === "symbol" && !found.has(segment.id)) found.set(segment.id, origin);
  });
  return found;
}

function addStatement({ principals, action, conditions }: Statement, add: Add): void {
  eachItem(principals, ({ value, origin }) => add(value, origin));
  addAction(action, add);
  eachItem(conditions, (condition) => addCondition(condition, add));
}

function addAction({ names }: ActionElement, add: Add): void {
  eachItem(names, ({ value, origin }) => add(value, origin));
}

function addCondition({ key, keyOrigin, values }: Condition, add: Add): void {
  add(key, keyOrigin);
  eachItem(values, ({ value, origin }) => add(value, origin));
}
