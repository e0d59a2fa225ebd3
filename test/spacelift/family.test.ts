/** Holds the family's schema against the provider's documentation, restated here as one line per type. */
import { describe, expect, it } from "vitest";
import { familyType, familyTypes } from "../../server/src/spacelift/family.ts";
import { attributeNamed, typeName } from "../../server/src/spacelift/schema.ts";
import type { AttributeSchema, BlockSchema } from "../../server/src/spacelift/schema.ts";

const role = [
  "role_arn! stack_id module_id generate_credentials_in_worker=false external_id duration_seconds?",
  "region id.",
].join(" ");
const roleData =
  "stack_id module_id role_arn. duration_seconds. external_id. generate_credentials_in_worker. region. id.";

/** `!` required, `?` also computed, `.` read-only, `=` default; a bare name is optional. */
const expected: Readonly<Record<string, string>> = {
  "resource.spacelift_aws_integration": [
    "name! role_arn! duration_seconds=900 generate_credentials_in_worker=false external_id region space_id? labels",
    "autoattach_enabled=false tag_assume_role=false id.",
  ].join(" "),
  "resource.spacelift_aws_integration_attachment":
    "integration_id! stack_id module_id read=true write=true attachment_id. id.",
  "resource.spacelift_aws_role": role,
  "resource.spacelift_stack_aws_role": role,
  "data.spacelift_account": "name. aws_account_id. tier. id.",
  "data.spacelift_aws_integration_attachment_external_id":
    "integration_id! stack_id module_id read write external_id. assume_role_policy_statement. id.",
  "data.spacelift_aws_integration": [
    "integration_id? name? region? role_arn. duration_seconds. external_id. generate_credentials_in_worker. labels.",
    "space_id. autoattach_enabled. tag_assume_role. id.",
  ].join(" "),
  "data.spacelift_aws_integrations": "labels integrations. id.",
  "data.spacelift_aws_integration_attachment":
    "integration_id! stack_id module_id attachment_id. read. write. id.",
  "data.spacelift_aws_role": roleData,
  "data.spacelift_stack_aws_role": roleData,
};

function notation(attribute: AttributeSchema): string {
  const marks = { required: "!", optional: "", computed: ".", "optional-computed": "?" };
  return (
    attribute.name +
    marks[attribute.presence] +
    (attribute.default === undefined ? "" : `=${attribute.default}`)
  );
}

function address(block: BlockSchema): string {
  return `${block.mode}.${block.type}`;
}

describe("the family", () => {
  it("has these types, in this order", () => {
    expect(familyTypes.map(address)).toEqual(Object.keys(expected));
  });

  it.each(familyTypes.map((block) => [address(block), block] as const))(
    "%s has its attributes",
    (name, block) => {
      expect(block.attributes.map(notation).join(" ")).toBe(expected[name]);
    },
  );

  it("is found by mode and type", () => {
    expect(familyType("data", "spacelift_account")?.type).toBe("spacelift_account");
    expect(familyType("resource", "spacelift_account")).toBeUndefined();
    expect(familyType("resource", "aws_iam_role")).toBeUndefined();
  });

  it("refuses empty text where the provider does", () => {
    const refused = familyTypes.flatMap((block) =>
      block.attributes.filter(({ notEmpty }) => notEmpty).map(({ name }) => `${address(block)}.${name}`),
    );
    expect(refused).toEqual([
      "resource.spacelift_aws_integration.name",
      "resource.spacelift_aws_integration.role_arn",
      "resource.spacelift_aws_integration_attachment.integration_id",
      "resource.spacelift_aws_role.role_arn",
      "resource.spacelift_stack_aws_role.role_arn",
      "data.spacelift_aws_integration_attachment_external_id.integration_id",
      "data.spacelift_aws_integration.integration_id",
      "data.spacelift_aws_integration_attachment.integration_id",
    ]);
  });

  it("knows which attributes came later", () => {
    const integration = familyType("resource", "spacelift_aws_integration");
    expect(
      integration?.attributes.filter(({ since }) => since).map(({ name, since }) => [name, since]),
    ).toEqual([
      ["region", "1.24.0"],
      ["autoattach_enabled", "1.41.0"],
      ["tag_assume_role", "1.44.0"],
    ]);
  });

  it("types what is not text", () => {
    const integration = familyType("resource", "spacelift_aws_integration");
    const types = integration?.attributes.map(({ name, type }) => [name, typeName(type)]);
    expect(types?.filter(([, type]) => type !== "string")).toEqual([
      ["duration_seconds", "number"],
      ["generate_credentials_in_worker", "bool"],
      ["labels", "set(string)"],
      ["autoattach_enabled", "bool"],
      ["tag_assume_role", "bool"],
    ]);
  });

  it("lists integrations with the members that the provider documents", () => {
    const list = familyType("data", "spacelift_aws_integrations");
    const type = list && attributeNamed(list, "integrations")?.type;
    const members = type?.kind === "list" && type.of.kind === "object" ? type.of.attributes : [];
    expect(members.map(({ name }) => name).sort()).toEqual([
      "autoattach_enabled",
      "duration_seconds",
      "external_id",
      "generate_credentials_in_worker",
      "integration_id",
      "labels",
      "name",
      "region",
      "role_arn",
      "space_id",
      "tag_assume_role",
    ]);
  });
});

describe.each(familyTypes.map((block) => [address(block), block] as const))("%s", (_, block) => {
  it("names only its own attributes in its groups", () => {
    const grouped = [...block.exactlyOneOf.flat(), ...(block.atLeastOneTrue ?? [])];
    expect(grouped.filter((name) => attributeNamed(block, name) === undefined)).toEqual([]);
  });

  it("names no attribute twice", () => {
    const names = block.attributes.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it("puts required attributes first", () => {
    const order = block.attributes.map(({ presence }) => presence === "required");
    expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)));
  });

  it("explains itself and every attribute in whole sentences, with a page to read", () => {
    for (const { summary, description, url } of [block, ...block.attributes]) {
      expect(summary).toMatch(/^[A-Z`].{8,78}\.$/);
      expect(description).toMatch(/^[A-Z`].*\.$/s);
      expect(url).toMatch(/^https:\/\/\S+$/);
    }
  });
});
