/** Tests that the documentation says what a person needs to know. */
import { describe, expect, it } from "vitest";
import { attributeDocumentation, typeDocumentation } from "../../server/src/spacelift/docs.ts";
import { familyType, familyTypes } from "../../server/src/spacelift/family.ts";
import { attributeNamed } from "../../server/src/spacelift/schema.ts";
import type { ResourceMode } from "../../server/src/spacelift/schema.ts";

function documentation(mode: ResourceMode, type: string, attribute?: string): string {
  const block = familyType(mode, type);
  if (!block) return "";
  if (attribute === undefined) return typeDocumentation(block);
  const schema = attributeNamed(block, attribute);
  return schema ? attributeDocumentation(schema) : "";
}

describe("typeDocumentation", () => {
  it("says how an integration's external ID and session name are composed", () => {
    const text = documentation("resource", "spacelift_aws_integration");
    expect(text).toContain("`<account>@<integration>@<stack or module>@<read|write>`");
    expect(text).toContain("`<account>-<integration>@<stack or module>-<read|write>`");
    expect(text).toContain("`<run>@<stack or module>@<account>`, cut to 64 characters");
    expect(text).toContain("You must set `name` and `role_arn`.");
  });

  it("says that the older resources send two parts, and what replaces them", () => {
    const text = documentation("resource", "spacelift_stack_aws_role");
    expect(text).toContain("`<account>@<stack or module>`");
    expect(text).toContain("**Deprecated.** Use spacelift_aws_integration");
    expect(text).toContain("You must set `role_arn` and either `stack_id` or `module_id`.");
  });

  it("says where leaving out read and write is a mistake", () => {
    const needed = "At least one of `read` and `write` must be true.";
    expect(documentation("data", "spacelift_aws_integration_attachment_external_id")).toContain(needed);
    expect(documentation("resource", "spacelift_aws_integration_attachment")).not.toContain(needed);
  });

  it("asks for nothing where nothing is needed", () => {
    expect(documentation("data", "spacelift_account")).not.toContain("You must set");
  });

  it.each(familyTypes.map((block) => [block.mode, block.type] as const))("links %s %s", (mode, type) => {
    expect(documentation(mode, type)).toMatch(
      /\]\(https:\/\/registry\.terraform\.io\/providers\/spacelift-io\//,
    );
  });
});

describe("attributeDocumentation", () => {
  it.each([
    ["duration_seconds", "`duration_seconds` — number, optional, default `900`"],
    ["name", "`name` — string, required"],
    ["id", "`id` — string, read-only"],
    ["space_id", "`space_id` — string, optional, chosen by Spacelift if left out"],
    ["labels", "`labels` — set(string), optional"],
    ["tag_assume_role", "Needs version 1.44.0 or newer of the Spacelift provider."],
  ])("of %s says %j", (attribute, text) => {
    expect(documentation("resource", "spacelift_aws_integration", attribute)).toContain(text);
  });
});
