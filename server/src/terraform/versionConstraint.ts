/**
 * Version constraints as Terraform reads them, as far as one question goes: is there room for a newer version?
 * https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */

type Version = readonly [major: number, minor: number, patch: number];

interface Bound {
  readonly version: Version;
  /** Whether the version itself is allowed. */
  readonly inclusive: boolean;
}

/**
 * Whether the constraint lets in the version or any later one. `unknown` for what is no plain list of constraints,
 * pre-releases among it.
 */
export function allowsSince(constraint: string, since: string): boolean | "unknown" {
  const wanted = parseVersion(since);
  if (!wanted) return "unknown";
  for (const part of constraint.split(",")) {
    const bound = upperBound(part.trim());
    if (bound === "unknown") return "unknown";
    if (bound && !reaches(bound, wanted.version)) return false;
  }
  return true;
}

function reaches({ version, inclusive }: Bound, wanted: Version): boolean {
  const order = compare(version, wanted);
  return order > 0 || (order === 0 && inclusive);
}

/** The highest version that one constraint allows; undefined where it has no upper end. */
function upperBound(part: string): Bound | undefined | "unknown" {
  const match = /^(=|!=|>|>=|<|<=|~>)?\s*v?([\d.]+)$/.exec(part);
  const parsed = parseVersion(match?.[2] ?? "");
  if (!parsed) return "unknown";
  const { version, given } = parsed;
  switch (match?.[1]) {
    case "<":
      return { version, inclusive: false };
    case "<=":
    case "=":
    case undefined:
      return { version, inclusive: true };
    case "~>":
      return pessimistic(version, given);
    default:
      return undefined;
  }
}

/** `~> 1.2` lets the minor version rise, `~> 1.2.3` only the patch; `~> 1` is read in more than one way. */
function pessimistic([major, minor]: Version, given: number): Bound | "unknown" {
  switch (given) {
    case 2:
      return { version: [major + 1, 0, 0], inclusive: false };
    case 3:
      return { version: [major, minor + 1, 0], inclusive: false };
    default:
      return "unknown";
  }
}

function parseVersion(text: string): { readonly version: Version; readonly given: number } | undefined {
  if (!/^\d{1,9}(\.\d{1,9}){0,2}$/.test(text)) return undefined;
  const numbers = text.split(".");
  const [major = 0, minor = 0, patch = 0] = numbers.map(Number);
  return { version: [major, minor, patch], given: numbers.length };
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
