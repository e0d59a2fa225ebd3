/**
 * The external IDs that Spacelift sends when it assumes a role, and how they are put together.
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/aws_integration
 */
import { assertNever } from "../base/assertNever.ts";
import type { Phase } from "./phases.ts";

/**
 * `at`: `<account>@<integration>@<stack or module>@<read|write>`, what integrations send.
 * `hyphen`: `<account>-<integration>@<stack or module>-<read|write>`, what the provider's documentation said
 * until September 2022.
 * `twoPart`: `<account>@<stack or module>`, what the deprecated `spacelift_aws_role` sends.
 */
export type ExternalIdFormat = "at" | "hyphen" | "twoPart";

/** Patterns and Terraform interpolations serve as parts too: nothing is checked or escaped. */
interface ExternalIdParts {
  readonly account: string;
  /** The integration's ID; the two-part format has none. */
  readonly integration: string;
  /** The slug of the stack or module. */
  readonly slug: string;
  readonly phase: Phase | "*";
}

/** The shape of each format, for people to read. */
export const externalIdShapes: Readonly<Record<ExternalIdFormat, string>> = {
  at: "<account>@<integration>@<stack or module>@<read|write>",
  hyphen: "<account>-<integration>@<stack or module>-<read|write>",
  twoPart: "<account>@<stack or module>",
};

export function composeExternalId(format: ExternalIdFormat, parts: ExternalIdParts): string {
  const { account, integration, slug, phase } = parts;
  switch (format) {
    case "at":
      return `${account}@${integration}@${slug}@${phase}`;
    case "hyphen":
      return `${account}-${integration}@${slug}-${phase}`;
    case "twoPart":
      return `${account}@${slug}`;
    default:
      return assertNever(format);
  }
}

/** The pattern that admits one integration on every stack and module, or every one of an account. */
export function composeExternalIdPattern(
  format: ExternalIdFormat,
  parts: Pick<ExternalIdParts, "account"> & Partial<Pick<ExternalIdParts, "integration">>,
): string {
  const { account, integration } = parts;
  if (integration === undefined || format === "twoPart")
    return format === "hyphen" ? `${account}-*` : `${account}@*`;
  return format === "at" ? `${account}@${integration}@*` : `${account}-${integration}@*`;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const externalIdLimits = { shortest: 2, longest: 1224 } as const;

/**
 * Why AWS refuses the text as an external ID, as a sentence without its subject; nothing where it does not. Of a text
 * that is not whole, what could still come counts as right.
 */
export function externalIdProblem(text: string, isWhole: boolean): string | undefined {
  const { shortest, longest } = externalIdLimits;
  const character = firstForeignCharacter(text);
  if (character !== undefined) return `contains ${characterInWords(character)}`;
  if (text.length > longest) return `has more than ${longest} characters`;
  return isWhole && text.length < shortest ? `has fewer than ${shortest} characters` : undefined;
}

/** The first character that no external ID has; only ASCII letters and digits and `_+=,.@:/-` are allowed. */
export function firstForeignCharacter(text: string): string | undefined {
  return /[^\w+=,.@:/-]/u.exec(text)?.[0];
}

export function characterInWords(character: string): string {
  if (character === " ") return "a space";
  if (/[\r\n]/.test(character)) return "a line break";
  return /\s/.test(character) ? "white space" : `"${character}"`;
}
