/** One schema for the settings: what package.json tells VS Code is the same, and wrong values do no harm. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { unknownRules } from "../../server/src/analysis/ruleCodes.ts";
import type { Rule } from "../../server/src/analysis/rules/rule.ts";
import { rules } from "../../server/src/analysis/rules/table.ts";
import {
  defaultSettings,
  readSettings,
  settingsSchema,
  severities,
} from "../../server/src/workspace/settings.ts";

const property = v.object({
  type: v.string(),
  default: v.unknown(),
  enum: v.optional(v.array(v.string())),
  pattern: v.optional(v.string()),
  scope: v.string(),
  markdownDescription: v.string(),
  properties: v.optional(v.unknown()),
  additionalProperties: v.optional(v.boolean()),
});

const manifest = v.parse(
  v.object({
    contributes: v.object({ configuration: v.object({ properties: v.record(v.string(), property) }) }),
  }),
  JSON.parse(readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8")),
);
const { properties } = manifest.contributes.configuration;

describe("package.json", () => {
  it("has exactly the settings of the schema, with their defaults", () => {
    const stated = Object.entries(properties).map(([name, { default: value }]) => [name, value]);
    expect(Object.fromEntries(stated)).toEqual(flat("spaceliftAws", defaultSettings));
  });

  it.each(Object.entries(properties))(
    "offers for %s what the schema accepts, and nothing more",
    (name, stated) => {
      const key = name.replace("spaceliftAws.", "");
      const accepts = (value: unknown): boolean => readSettings(nested(key, value)).problems.length === 0;
      for (const choice of stated.enum ?? []) expect(accepts(choice), choice).toBe(true);
      if (stated.enum) expect(accepts("nonsense")).toBe(false);
      if (stated.pattern !== undefined) {
        const pattern = new RegExp(stated.pattern);
        for (const text of [
          "",
          "acme",
          "a",
          "-x",
          "123456789012",
          "arn:aws:iam::123456789012:root",
          "arn:aws:iam::1:root",
        ]) {
          expect(accepts(text), text).toBe(pattern.test(text));
        }
      }
      expect(accepts(12)).toBe(false);
    },
  );

  it("lists every rule with its severities, and no other", () => {
    const listed = ({ code, severity, summary }: Pick<Rule, "code" | "severity" | "summary">) => [
      code,
      { type: "string", enum: severities, default: severity, description: summary },
    ];
    const syntax = {
      code: "syntax",
      severity: "error",
      summary: "Text that Terraform cannot read.",
    } as const;
    const stated = properties["spaceliftAws.rules"];
    expect(stated?.properties).toEqual(Object.fromEntries([syntax, ...rules].map(listed)));
    expect(stated?.additionalProperties).toBe(false);
  });
});

describe("settings from outside", () => {
  it.each([undefined, null, 12, "text", [], true])("that are %s are the defaults", (given) => {
    expect(readSettings(given).settings).toEqual(defaultSettings);
  });

  it("lose only what is wrong, and say so", () => {
    const { settings, problems } = readSettings({ accountName: 12, instance: "us.spacelift.io", unknown: 1 });
    expect(settings).toEqual({ ...defaultSettings, instance: "us.spacelift.io" });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("spaceliftAws.accountName");
  });

  it("keep the rules that make sense", () => {
    const given = { syntax: "off", "empty-value": "loud", "wrong-type": 3 };
    const { settings, problems } = readSettings({ rules: given });
    expect(settings.rules).toEqual({ syntax: "off" });
    expect(problems).toEqual([
      'The setting spaceliftAws.rules is ignored for "empty-value": it cannot be "loud".',
      'The setting spaceliftAws.rules is ignored for "wrong-type": it cannot be 3.',
    ]);
  });

  it("name rules that exist", () => {
    expect(unknownRules({ syntax: "off", "integration-unatached": "off", "x-y": "hint" })).toEqual([
      'The setting spaceliftAws.rules is ignored for "integration-unatached": there is no such rule. Did you mean integration-unattached?',
      'The setting spaceliftAws.rules is ignored for "x-y": there is no such rule.',
    ]);
  });

  it("are described by the schema alone", () => {
    expect(Object.keys(settingsSchema.entries)).toEqual(Object.keys(defaultSettings));
  });
});

/** Settings with their whole names, as package.json has them; what users fill is one setting. */
function flat(prefix: string, settings: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]: [string, unknown]) =>
      typeof value === "object" && value !== null && Object.keys(value).length > 0
        ? Object.entries(flat(`${prefix}.${name}`, value))
        : [[`${prefix}.${name}`, value]],
    ),
  );
}

function nested(key: string, value: unknown): Readonly<Record<string, unknown>> {
  const [first = "", ...rest] = key.split(".");
  return { [first]: rest.length === 0 ? value : nested(rest.join("."), value) };
}
