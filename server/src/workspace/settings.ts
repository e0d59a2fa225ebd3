/** The settings of the product: one schema, from which types, defaults and checks come. */
import * as v from "valibot";

export const severities = ["error", "warning", "information", "hint", "off"] as const;
type SeveritySetting = (typeof severities)[number];

/** One wrong severity does not cost the other rules theirs. */
const ruleSeverities = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((given) =>
    Object.fromEntries(
      Object.entries(given).filter((entry): entry is [string, SeveritySetting] => isSeverity(entry[1])),
    ),
  ),
);

const principalPattern = /^(\d{12}|arn:aws(-[a-z]+)*:iam::\d{12}:root)?$/;

function isSeverity(value: unknown): value is SeveritySetting {
  return severities.some((severity) => severity === value);
}

/** Every setting below `spaceliftAws`, with its default. package.json describes the same ones to VS Code. */
export const settingsSchema = v.object({
  /** The name of the Spacelift account, the first segment of every external ID; empty where it is not told. */
  accountName: v.optional(v.pipe(v.string(), v.regex(/^([A-Za-z0-9][A-Za-z0-9_-]{1,37})?$/)), ""),
  /** Which Spacelift installation the account belongs to. `auto` asks `data.spacelift_account` at apply. */
  instance: v.optional(v.picklist(["auto", "spacelift.io", "us.spacelift.io", "self-hosted"]), "auto"),
  /** For a self-hosted instance: the AWS account, or its root ARN, that Spacelift runs in. */
  principal: v.optional(v.pipe(v.string(), v.regex(principalPattern)), ""),
  /** How generated policies write the external ID. */
  externalIdFormat: v.optional(v.picklist(["at", "hyphen", "both"]), "at"),
  trustPolicy: v.optional(
    v.object({
      /** The form of a generated policy where the role has none yet; `auto` does as the module's other roles do. */
      form: v.optional(v.picklist(["auto", "jsonencode", "policy_document", "data_source"]), "auto"),
    }),
    {},
  ),
  /** Whether plain attribute names and plain documentation are offered beside another Terraform extension. */
  plainSuggestions: v.optional(v.picklist(["auto", "always", "never"]), "auto"),
  /** Another severity for a rule, or `off`, by its code. */
  rules: v.optional(ruleSeverities, {}),
});

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;

export const defaultSettings: Settings = v.parse(settingsSchema, {});

/**
 * Reads settings from outside. A value that does not fit is replaced by its default and named in `problems`,
 * one sentence each, so that one wrong setting does not cost the others.
 */
export function readSettings(input: unknown): { settings: Settings; problems: readonly string[] } {
  if (typeof input !== "object" || input === null) return { settings: defaultSettings, problems: [] };
  const problems: string[] = [];
  const given: Record<string, unknown> = { ...input };
  const accepted: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(settingsSchema.entries)) {
    if (given[key] === undefined || given[key] === null) continue;
    const result = v.safeParse(entry, given[key]);
    if (result.success) accepted[key] = result.output;
    else
      problems.push(
        `The setting spaceliftAws.${key} is ignored: it cannot be ${JSON.stringify(given[key])}.`,
      );
  }
  return { settings: v.parse(settingsSchema, accepted), problems: [...problems, ...wrongSeverities(given)] };
}

function wrongSeverities({ rules }: Readonly<Record<string, unknown>>): readonly string[] {
  if (typeof rules !== "object" || rules === null) return [];
  return Object.entries(rules)
    .filter(([, severity]) => !isSeverity(severity))
    .map(
      ([code, severity]) =>
        `The setting spaceliftAws.rules is ignored for ${JSON.stringify(code)}: it cannot be ${JSON.stringify(severity)}.`,
    );
}
