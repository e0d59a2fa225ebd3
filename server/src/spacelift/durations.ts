/**
 * How long the credentials of a session last, in seconds.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */

export const shortestDuration = 900;
export const longestDuration = 43200;

/**
 * The limit where a role session assumes another role, as Spacelift itself does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
 */
export const chainingLimit = 3600;

/** A role's `max_session_duration` where it sets none; no role can have less. */
export const defaultRoleMaximum = 3600;

/** Worth offering in a list. */
export const commonDurations: readonly number[] = [900, 1800, 3600, 7200, 14400, 28800, 43200];

const units: readonly (readonly [name: string, seconds: number])[] = [
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** `5400` → `1 hour 30 minutes`. Negative and fractional numbers stay numbers: `-5 seconds`. */
export function inWords(seconds: number): string {
  if (!Number.isInteger(seconds) || seconds <= 0) return `${seconds} seconds`;
  let rest = seconds;
  const words: string[] = [];
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count > 0) words.push(`${count} ${name}${count === 1 ? "" : "s"}`);
  }
  return words.join(" ");
}

/** The nearest duration that AWS allows: whole, and within its bounds. */
export function clampDuration(seconds: number): number {
  return Math.min(longestDuration, Math.max(shortestDuration, Math.round(seconds)));
}
