/** Tests what may be referred to, the neighbours of the family, and the names that people confuse. */
import { describe, expect, it } from "vitest";
import { belongsElsewhere, confusedNames, meantAttribute } from "../../server/src/spacelift/confusions.ts";
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
    ["resource", "spacelift_aws_integration", "arn", "role_arn"],
    ["resource", "spacelift_aws_integration", "iam_role_arn", "role_arn"],
    ["resource", "spacelift_aws_integration", "integration_name", "name"],
    ["resource", "spacelift_aws_integration", "session_duration", "duration_seconds"],
    ["resource", "spacelift_aws_integration", "space", "space_id"],
    ["resource", "spacelift_aws_integration_attachment", "stack", "stack_id"],
    ["resource", "spacelift_aws_integration_attachment", "read_only", "read"],
    ["data", "spacelift_aws_integration", "id", "integration_id"],
    ["data", "spacelift_aws_integration", "arn", undefined],
    ["data", "spacelift_account", "account_name", undefined],
    ["resource", "spacelift_aws_integration", "toString", undefined],
  ] as const)("%s %s: %s means %j", (mode: ResourceMode, type, wrong, right) => {
    const block = familyType(mode, type);
    expect(block && meantAttribute(block, wrong)).toBe(right);
  });

  it("are never attributes that can be set", () => {
    for (const block of familyTypes) {
      for (const name of confusedNames) {
        const right = meantAttribute(block, name);
        const own = attributeNamed(block, name);
        expect(right !== undefined && own !== undefined && own.presence !== "computed").toBe(false);
      }
    }
  });

  it("may belong to another type", () => {
    const integration = familyType("resource", "spacelift_aws_integration");
    expect(integration && belongsElsewhere(integration, "stack_id")).toContain("attachment");
    expect(integration && belongsElsewhere(integration, "name")).toBeUndefined();
  });
});
