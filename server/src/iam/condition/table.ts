/**
 * The condition operators, one line each.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import { arnEquals } from "./ArnEquals.ts";
import { arnLike } from "./ArnLike.ts";
import { arnNotEquals } from "./ArnNotEquals.ts";
import { arnNotLike } from "./ArnNotLike.ts";
import { binaryEquals } from "./BinaryEquals.ts";
import { bool } from "./Bool.ts";
import { dateEquals } from "./DateEquals.ts";
import { dateGreaterThan } from "./DateGreaterThan.ts";
import { dateGreaterThanEquals } from "./DateGreaterThanEquals.ts";
import { dateLessThan } from "./DateLessThan.ts";
import { dateLessThanEquals } from "./DateLessThanEquals.ts";
import { dateNotEquals } from "./DateNotEquals.ts";
import { ipAddress } from "./IpAddress.ts";
import { notIpAddress } from "./NotIpAddress.ts";
import { numericEquals } from "./NumericEquals.ts";
import { numericGreaterThan } from "./NumericGreaterThan.ts";
import { numericGreaterThanEquals } from "./NumericGreaterThanEquals.ts";
import { numericLessThan } from "./NumericLessThan.ts";
import { numericLessThanEquals } from "./NumericLessThanEquals.ts";
import { numericNotEquals } from "./NumericNotEquals.ts";
import { stringEquals } from "./StringEquals.ts";
import { stringEqualsIgnoreCase } from "./StringEqualsIgnoreCase.ts";
import { stringLike } from "./StringLike.ts";
import { stringNotEquals } from "./StringNotEquals.ts";
import { stringNotEqualsIgnoreCase } from "./StringNotEqualsIgnoreCase.ts";
import { stringNotLike } from "./StringNotLike.ts";
import { nullOperator } from "./Null.ts";
import type { ConditionOperator } from "./operator.ts";

export const operators: readonly ConditionOperator[] = [
  stringEquals,
  stringNotEquals,
  stringEqualsIgnoreCase,
  stringNotEqualsIgnoreCase,
  stringLike,
  stringNotLike,
  numericEquals,
  numericNotEquals,
  numericLessThan,
  numericLessThanEquals,
  numericGreaterThan,
  numericGreaterThanEquals,
  dateEquals,
  dateNotEquals,
  dateLessThan,
  dateLessThanEquals,
  dateGreaterThan,
  dateGreaterThanEquals,
  bool,
  binaryEquals,
  ipAddress,
  notIpAddress,
  arnEquals,
  arnNotEquals,
  arnLike,
  arnNotLike,
];

/** The operator's name in its proper case; AWS does not say that case matters here, so it does not. */
export function properName(name: string): string | undefined {
  return names.get(name.toLowerCase());
}

export function operatorNamed(name: string): ConditionOperator | undefined {
  return byName.get(name);
}

const byName = new Map(operators.map((operator) => [operator.name, operator]));
const names = new Map([nullOperator, ...byName.keys()].map((name) => [name.toLowerCase(), name]));
