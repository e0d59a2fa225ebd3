/** Values that are one of two, of which Terraform refuses one: where it goes on, that is none that the value comes to. */
import { withChoice } from "./choice.ts";
import { isError, unknownValue, type Value } from "./value.ts";

/** The value with another one for each that Terraform would refuse. */
export function insteadOfErrors(value: Value, instead: () => Value): Value {
  if (isError(value)) return instead();
  if (value.kind !== "unknown" || !value.choice || !hasErrors(value)) return value;
  const { condition, then, otherwise } = value.choice;
  const [one, other] = [insteadOfErrors(then, instead), insteadOfErrors(otherwise, instead)];
  return withChoice(unknownValue(value.reason), { condition, then: one, otherwise: other });
}

/** What the value comes to where Terraform refuses none of it. */
export function withoutErrors(value: Value): Value {
  if (value.kind !== "unknown" || !value.choice || !hasErrors(value)) return value;
  const { condition, then, otherwise } = value.choice;
  const [one, other] = [withoutErrors(then), withoutErrors(otherwise)];
  if (isError(one)) return other;
  return isError(other) ? one : { ...value, choice: { condition, then: one, otherwise: other } };
}

function hasErrors(value: Value): boolean {
  const choice = value.kind === "unknown" ? value.choice : undefined;
  return choice ? hasErrors(choice.then) || hasErrors(choice.otherwise) : isError(value);
}
