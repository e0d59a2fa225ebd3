/**
 * Another reading of the same documentation: evaluates a policy without symbols by regular expressions, as simply as
 * can be. It shares no code with what it is compared with.
 */

export interface NaiveRequest {
  readonly action: string;
  readonly account: string;
  readonly partition: string;
  readonly arns: readonly string[];
  /** Keys in lower case. A list is a key that can have several values. */
  readonly context: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface NaiveStatement {
  readonly Effect: string;
  readonly Principal: Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface NaivePolicy {
  readonly Version?: string;
  readonly Statement: NaiveStatement | readonly NaiveStatement[];
}

export function naivelyAllowed(policy: NaivePolicy, request: NaiveRequest): boolean {
  const applying = list(policy.Statement).filter((statement) => applies(statement, policy.Version, request));
  return (
    applying.some((statement) => statement.Effect === "Allow") &&
    !applying.some((statement) => statement.Effect === "Deny")
  );
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function applies(statement: NaiveStatement, version: string | undefined, request: NaiveRequest): boolean {
  const names = [
    "*",
    request.account,
    `arn:${request.partition}:iam::${request.account}:root`,
    ...request.arns,
  ];
  if (!list(statement.Principal["AWS"]).some((principal) => names.includes(principal))) return false;
  const named = (patterns: readonly string[]) =>
    patterns.some((p) => glob(p.toLowerCase(), ".*", ".").test(request.action.toLowerCase()));
  if (statement.Action === undefined ? named(list(statement.NotAction)) : !named(list(statement.Action)))
    return false;
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      met(operator, key.toLowerCase(), list(values), version, request),
    ),
  );
}

function met(
  written: string,
  key: string,
  values: readonly string[],
  version: string | undefined,
  request: NaiveRequest,
): boolean {
  const [base = "", set] = written.split(":").reverse();
  const ifExists = base.endsWith("IfExists");
  const operator = base.replace("IfExists", "");
  const negated = operator.includes("Not");
  const actual = request.context[key];
  const isAbsent = actual === undefined || (typeof actual !== "string" && actual.length === 0);
  if (operator === "Null") return values.some((value) => value === String(isAbsent));
  if (isAbsent) return ifExists || set === "ForAllValues" || (negated && set === undefined);
  const one = (text: string) =>
    values.some((value) => compares(operator.replace("Not", ""), text, value, version, request)) !== negated;
  const actuals = list<string>(actual);
  return set === "ForAllValues" ? actuals.every(one) : actuals.some(one);
}

function compares(
  operator: string,
  actual: string,
  written: string,
  version: string | undefined,
  request: NaiveRequest,
): boolean {
  const textual = /^(String|Arn)/.test(operator);
  const wanted = textual && version === "2012-10-17" ? substitute(written, request) : written;
  if (wanted === undefined) return false;
  const plain = wanted.replaceAll(literalStar, "*").replaceAll(literalMark, "?");
  switch (operator) {
    case "StringEquals":
    case "BinaryEquals":
      return actual === plain;
    case "StringEqualsIgnoreCase":
    case "Bool":
      return actual.toLowerCase() === plain.toLowerCase();
    case "StringLike":
      return glob(wanted, "[^]*", "[^]").test(actual);
    case "ArnLike":
    case "ArnEquals": {
      const [left, right] = [sections(actual), sections(wanted)];
      return (
        left.length === 6 &&
        right.length === 6 &&
        left.every((section, index) => glob(right[index] ?? "", "[^]*", "[^]").test(section))
      );
    }
    case "NumericEquals":
      return Number(actual) === Number(written);
    case "NumericLessThan":
      return Number(actual) < Number(written);
    case "NumericLessThanEquals":
      return Number(actual) <= Number(written);
    case "NumericGreaterThan":
      return Number(actual) > Number(written);
    case "NumericGreaterThanEquals":
      return Number(actual) >= Number(written);
    case "DateEquals":
      return Date.parse(actual) === Date.parse(written);
    case "DateLessThan":
      return Date.parse(actual) < Date.parse(written);
    case "DateGreaterThan":
      return Date.parse(actual) > Date.parse(written);
    case "IpAddress":
      return inRange(actual, written);
  }
  throw new Error(`the naive evaluator does not know ${operator}`);
}

const literalStar = "\u0001";
const unresolved = "\u0003";
const literalMark = "\u0002";

function substitute(text: string, { context }: NaiveRequest): string | undefined {
  const result = text.replace(/\$\{([^}]*)\}/g, (_, inside: string) => {
    if (inside === "*") return literalStar;
    if (inside === "?") return literalMark;
    if (inside === "$") return "$";
    const [name = "", fallback] = inside.split(/,\s*/);
    const value = context[name.toLowerCase()] ?? fallback?.replaceAll("'", "");
    if (typeof value === "string") return escapeWild(value);
    return unresolved;
  });
  return result.includes(unresolved) ? undefined : result;
}

function escapeWild(text: string): string {
  return text.replaceAll("*", literalStar).replaceAll("?", literalMark);
}

function glob(pattern: string, star: string, mark: string): RegExp {
  const source = [...pattern].map((c) => {
    if (c === "*") return star;
    if (c === "?") return mark;
    if (c === literalStar) return "\\*";
    if (c === literalMark) return "\\?";
    return c.replace(/[.*+?^${}()|[\]\\/]/, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`, "u");
}

function sections(arn: string): readonly string[] {
  const [a, b, c, d, e, ...rest] = arn.split(":");
  const first = [a, b, c, d, e].filter((section) => section !== undefined);
  return rest.length === 0 ? first : [...first, rest.join(":")];
}

function inRange(address: string, range: string): boolean {
  const [network = "", length = "32"] = range.split("/");
  const shift = 2 ** (32 - Number(length));
  return Math.floor(number(address) / shift) === Math.floor(number(network) / shift);
}

function number(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
