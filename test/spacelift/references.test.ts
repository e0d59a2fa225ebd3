/** Tests what may be referred to, the neighbours of the family, and the names that people confuse. */
import { describe, expect, it } from "vitest";
import { confusedNames, homeOf, meantAttribute } from "../../server/src/spacelift/confusions.ts";
import { familyType, familyTypes } from "../../server/src/spacelift/family.ts";
import { neighbourTypes } from "../../server/src/spacelift/neighbours.ts";
import { referableAttributes, referentOf, sourcesOf } from "../../server/src/spacelift/references.ts";
import { attributeNamed } from "../../server/src/spacelift/schema.ts";
import type { Referent, ResourceMode } from "../../server/src/spacelift/schema.ts";

describe("referableAttributes", () => {
  it.each([
    [
      "resource",
      "spacelift_stack",
      ["id", "name", "slug", "labels", "space_id", "aws_assume_role_policy_statement"],
    ],
    [
      "resource",
      "spacelift_module",
      ["id", "name", "labels", "space_id", "aws_assume_role_policy_statement"],
    ],
    ["resource", "spacelift_space", ["id"]],
    [
      "resource",
      "aws_iam_role",
      ["arn", "id", "name", "unique_id", "path", "max_session_duration", "assume_role_policy"],
    ],
    ["data", "aws_iam_policy_document", ["json", "minified_json"]],
    ["data", "spacelift_account", ["name", "aws_account_id", "tier", "id"]],
    ["resource", "spacelift_aws_integration", ["id", "role_arn", "name"]],
  ] as const)("of %s %s has %j", (mode, type, names) => {
    expect(referableAttributes(mode, type)?.names).toEqual(expect.arrayContaining([...names]));
  });

  it("knows when a name is a mistake", () => {
    expect(referableAttributes("resource", "spacelift_stack")?.complete).toBe(true);
    expect(referableAttributes("data", "aws_iam_policy_document")?.complete).toBe(false);
    expect(referableAttributes("resource", "aws_s3_bucket")).toBeUndefined();
    expect(referableAttributes("data", "spacelift_stack")?.names).not.toContain("slug");
  });
});

describe("referents", () => {
  it.each([
    ["resource", "aws_iam_role", "arn", "roleArn"],
    ["resource", "aws_iam_role", "name", undefined],
    ["resource", "spacelift_aws_integration", "id", "integrationId"],
    ["resource", "spacelift_stack", "name", undefined],
    ["resource", "aws_s3_bucket", "arn", undefined],
  ] as const)("%s %s.%s names %j", (mode, type, attribute, referent) => {
    expect(referentOf(mode, type, attribute)).toBe(referent);
  });

  it.each([
    ["roleArn", "resource aws_iam_role.arn"],
    ["integrationId", "resource spacelift_aws_integration.id"],
    ["stackId", "resource spacelift_stack.id"],
    ["moduleId", "resource spacelift_module.id"],
    ["spaceId", "resource spacelift_space.id"],
  ] as const)("%s is best taken from %s", (referent, best) => {
    const [first] = sourcesOf(referent);
    expect(`${first?.mode} ${first?.type}.${first?.attribute}`).toBe(best);
  });

  it("have a source for everything that an attribute asks for", () => {
    const wanted = familyTypes.flatMap(({ attributes }) =>
      attributes.flatMap(({ refersTo }) => refersTo ?? []),
    );
    expect(new Set<Referent>(wanted).size).toBe(5);
    expect(wanted.filter((referent) => sourcesOf(referent).length === 0)).toEqual([]);
  });

  it("name only attributes that exist", () => {
    const missing = neighbourTypes.flatMap(({ type, attributes, yields }) =>
      Object.keys(yields)
        .filter((name) => !attributes.includes(name))
        .map((name) => `${type}.${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("lists no neighbour's attribute twice", () => {
    const repeated = neighbourTypes.filter(({ attributes }) => new Set(attributes).size < attributes.length);
    expect(repeated.map(({ type }) => type)).toEqual([]);
  });
});

describe("confused names", () => {
  it.each([
    ["resource", "spacelift_aws_integration", "arn", { name: "role_arn" }],
    ["resource", "spacelift_aws_integration", "IAM_Role_ARN", { name: "role_arn" }],
    ["resource", "spacelift_aws_integration", "integration_name", { name: "name" }],
    ["resource", "spacelift_aws_integration", "session_duration", { name: "duration_seconds" }],
    ["resource", "spacelift_aws_integration", "space", { name: "space_id" }],
    ["resource", "spacelift_aws_integration", "space_name", { name: "space_id", value: "the space's ID" }],
    ["resource", "spacelift_aws_integration", "custom_external_id", { name: "external_id" }],
    ["resource", "spacelift_aws_integration", "toString", undefined],
    ["resource", "spacelift_aws_integration_attachment", "stack", { name: "stack_id" }],
    [
      "resource",
      "spacelift_aws_integration_attachment",
      "stack_name",
      { name: "stack_id", value: "the stack's slug" },
    ],
    [
      "resource",
      "spacelift_aws_integration_attachment",
      "integration_name",
      { name: "integration_id", value: "the integration's ID" },
    ],
    ["resource", "spacelift_aws_integration_attachment", "read_only", { name: "write", value: "false" }],
    ["resource", "spacelift_aws_integration_attachment", "id", undefined],
    [
      "data",
      "spacelift_aws_integration_attachment_external_id",
      "read_only",
      { name: "read", value: "true" },
    ],
    ["data", "spacelift_aws_integration", "id", { name: "integration_id" }],
    ["data", "spacelift_aws_integration", "arn", undefined],
    ["data", "spacelift_account", "account_name", undefined],
  ] as const)("%s %s: %s means %j", (mode: ResourceMode, type, wrong, right) => {
    const block = familyType(mode, type);
    const found = block && meantAttribute(block, wrong);
    expect(found && { name: found.name, ...(found.value && { value: found.value }) }).toEqual(right);
  });

  it("are never attributes that can be set, and always mean one", () => {
    for (const name of confusedNames) {
      const explained = familyTypes.filter((block) => meantAttribute(block, name));
      expect(explained, name).not.toEqual([]);
      for (const block of explained) {
        expect(attributeNamed(block, name)?.presence ?? "computed", name).toBe("computed");
      }
    }
  });

  it.each([
    ["spacelift_aws_integration", "stack_id", "spacelift_aws_integration_attachment"],
    ["spacelift_aws_integration", "stack", "spacelift_aws_integration_attachment"],
    ["spacelift_aws_integration_attachment", "role_arn", "spacelift_aws_integration"],
    ["spacelift_aws_integration_attachment", "session_duration", "spacelift_aws_integration"],
    ["spacelift_aws_integration", "name", undefined],
    ["spacelift_aws_role", "arn", undefined],
    ["spacelift_aws_integration", "colour", undefined],
  ])("of %s: %s is at home on %s", (type, wrong, home) => {
    const block = familyType("resource", type);
    expect(block && homeOf(block, wrong)?.type).toBe(home);
  });
});
