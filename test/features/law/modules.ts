/** Whole modules around Spacelift's AWS integration, in all the shapes that people give them; decided by the seed. */
import type { FixtureFile } from "../../kit/fixture.ts";
import { randomFrom, type Random } from "../../hcl/judge/random.ts";
import { attachments } from "./attachments.ts";
import { policyFor } from "./policies.ts";
import { block, set, styleFrom, type Style } from "./text.ts";

interface GeneratedModule {
  readonly files: readonly FixtureFile[];
  readonly settings: Readonly<Record<string, unknown>>;
  /** Written as `terraform fmt` would. */
  readonly tidy: boolean;
}

export interface Writer {
  readonly random: Random;
  readonly style: Style;
  /** Top-level texts so far. */
  readonly blocks: string[];
}

export interface IntegrationShape {
  readonly name: string;
  readonly repeated: "count" | "for_each" | undefined;
}

export function moduleFrom(seed: number): GeneratedModule {
  const random = randomFrom(seed);
  const style = styleFrom(random);
  const writer: Writer = { random, style, blocks: [] };
  shared(writer);
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  const sharedRole = count > 1 && random.oneIn(3) ? "shared" : undefined;
  for (let index = 0; index < count; index++)
    integration(writer, ["main", "second", "third"][index] ?? "x", sharedRole);
  if (sharedRole !== undefined)
    role(writer, sharedRole, `"shared-role"`, undefined, { name: "main", repeated: undefined });
  return { files: inFiles(writer), settings: settingsFrom(random), tidy: style.tidy };
}

function settingsFrom(random: Random): Readonly<Record<string, unknown>> {
  const instance = random.pick(["auto", "auto", "auto", "spacelift.io", "us.spacelift.io", "self-hosted"]);
  return {
    accountName: random.pick(["", "", "acme"]),
    instance,
    principal:
      instance === "self-hosted" ? random.pick(["111122223333", "arn:aws:iam::111122223333:root"]) : "",
    externalIdFormat: random.pick(["at", "at", "at", "at", "both", "hyphen"]),
    trustPolicy: { form: random.pick(["auto", "auto", "jsonencode", "policy_document", "data_source"]) },
  };
}

/** What other blocks refer to. */
function shared({ random, style, blocks }: Writer): void {
  blocks.push(block(style, 'data "aws_caller_identity" "current"', []));
  if (random.oneIn(2)) {
    blocks.push(block(style, `data "spacelift_account" "${random.pick(["this", "current"])}"`, []));
  }
  if (random.oneIn(3)) {
    blocks.push(
      block(style, "terraform", [
        'required_providers {\n  spacelift = {\n    source = "spacelift-io/spacelift"\n  }\n}',
      ]),
    );
  }
  blocks.push(block(style, 'variable "flag"', [set("type", "bool")]));
  blocks.push(
    block(style, 'variable "text"', [
      set("type", "string"),
      random.oneIn(2) ? set("default", '"acme"') : undefined,
    ]),
  );
  blocks.push(block(style, 'variable "stacks"', [set("type", "map(string)")]));
  blocks.push(block(style, 'variable "number"', [set("type", "number")]));
  blocks.push(
    block(style, "locals", [
      set("names", '["a", "b"]'),
      set("stack_map", '{ a = "stack-a", b = "stack-b" }'),
      "# what the ARNs are made of",
      set("role_base", '"spacelift"'),
    ]),
  );
  blocks.push(stack(style, "one", []));
  blocks.push(stack(style, "set", [set("for_each", "toset(local.names)"), ""]));
  blocks.push(stack(style, "counted", [set("count", "2"), ""]));
  blocks.push(stack(style, "numbered", [set("count", "var.number"), ""]));
  blocks.push(
    block(style, 'resource "spacelift_module" "shared"', [set("branch", '"main"'), set("repository", '"r"')]),
  );
}

function stack(style: Style, name: string, header: Parameters<typeof block>[2]): string {
  return block(style, `resource "spacelift_stack" "${name}"`, [
    ...header,
    set("name", `"${name}"`),
    set("repository", '"r"'),
    set("branch", '"main"'),
    set("labels", '["aws"]'),
  ]);
}

function integration(writer: Writer, name: string, sharedRole: string | undefined): void {
  const { random, style, blocks } = writer;
  const repeated = random.oneIn(8) ? random.pick(["count", "for_each"] as const) : undefined;
  const shape: IntegrationShape = { name, repeated };
  const inWorker = random.oneIn(8);
  const auto = !inWorker && random.oneIn(7);
  const arn =
    sharedRole === undefined ? roleArn(writer, shape) : '"arn:aws:iam::123456789012:role/shared-role"';
  blocks.push(
    block(style, `resource "spacelift_aws_integration" "${name}"`, [
      random.oneIn(6) ? "# The integration of the platform team. { not a block }" : undefined,
      repeated === "count" ? set("count", "2") : undefined,
      repeated === "for_each"
        ? set("for_each", random.pick(["toset(local.names)", "local.stack_map", "var.stacks"]))
        : undefined,
      repeated ? "" : undefined,
      set(
        "name",
        repeated === "count"
          ? `"${name}-\${count.index}"`
          : repeated
            ? `"${name}-\${each.key}"`
            : `"${name}"`,
      ),
      set("role_arn", arn),
      random.oneIn(2)
        ? set("generate_credentials_in_worker", inWorker ? "true" : "false")
        : inWorker
          ? set("generate_credentials_in_worker", "true")
          : undefined,
      inWorker && random.oneIn(2)
        ? set("external_id", random.pick(['"our-worker"', "var.text", '"${var.text}-x"']))
        : undefined,
      random.oneIn(3)
        ? set("duration_seconds", random.pick(["900", "3600", "7200", "var.flag ? 900 : 3600"]))
        : undefined,
      random.oneIn(3) ? set("space_id", '"root"') : undefined,
      auto ? set("autoattach_enabled", random.pick(["true", "var.flag"])) : undefined,
      auto ? set("labels", '["autoattach:aws"]') : undefined,
      random.oneIn(5)
        ? set("tag_assume_role", random.pick(["true", "true", "var.flag", "false"]))
        : undefined,
    ]),
  );
  attachments(writer, shape);
}

/** The shapes in the order of how often they are seen, with the role where the module has it. */
function roleArn(writer: Writer, shape: IntegrationShape): string | undefined {
  const { random, blocks, style } = writer;
  const { name, repeated } = shape;
  const account = "${data.aws_caller_identity.current.account_id}";
  const suffix = repeated === "count" ? "-${count.index}" : repeated ? "-${each.key}" : "";
  const declared = !random.oneIn(3);
  const withRole = (roleName: string, path?: string): void => {
    if (declared) role(writer, name, roleName, path, shape);
  };
  switch (random.below(13)) {
    case 0:
    case 1:
    case 2: {
      blocks.push(
        block(style, "locals", [
          set(`${name}_role_name`, `"spacelift-${name}"`),
          set(`${name}_role_arn`, `"arn:aws:iam::${account}:role/\${local.${name}_role_name}"`),
        ]),
      );
      withRole(
        repeated ? `"spacelift-${name}"` : random.pick([`local.${name}_role_name`, `"spacelift-${name}"`]),
      );
      return `local.${name}_role_arn`;
    }
    case 3:
      withRole(`"spacelift-${name}${suffix}"`);
      return `"arn:aws:iam::123456789012:role/spacelift-${name}${suffix}"`;
    case 4:
      withRole(`"\${local.role_base}-${name}${suffix}"`);
      return `"arn:aws:iam::${account}:role/\${local.role_base}-${name}${suffix}"`;
    case 5:
      withRole(`"spacelift-${name}${suffix}"`, '"/ci/"');
      return `"arn:aws:iam::123456789012:role/ci/spacelift-${name}${suffix}"`;
    case 6:
      withRole(`"any-${name}"`);
      return "var.text";
    case 7:
    case 8:
      role(writer, name, `"spacelift-${name}${suffix}"`, random.oneIn(4) ? '"/ci/"' : undefined, shape);
      return `aws_iam_role.${name}${repeated === "count" ? "[count.index]" : repeated ? "[each.key]" : ""}.arn`;
    case 9:
      return `var.flag ? "arn:aws:iam::123456789012:role/a" : "arn:aws:iam::123456789012:role/b"`;
    case 10:
      return repeated === "for_each" ? "each.value" : `"arn:aws:iam::\${var.text}:role/spacelift-${name}"`;
    case 11:
      return `aws_iam_role.gone_${name}.arn`;
    default:
      return random.oneIn(2) ? undefined : '""';
  }
}

function role(
  writer: Writer,
  name: string,
  roleName: string,
  path: string | undefined,
  shape: IntegrationShape,
): void {
  const { random, style, blocks } = writer;
  const policy = policyFor(writer, name, shape);
  const repeated = shape.repeated && /count\.index|each\.key/.test(roleName) ? shape.repeated : undefined;
  blocks.push(
    block(style, `resource "aws_iam_role" "${name}"`, [
      repeated === "count" ? set("count", "2") : repeated ? set("for_each", "toset(local.names)") : undefined,
      repeated ? "" : undefined,
      random.oneIn(9) ? set("provider", "aws.other") : undefined,
      random.oneIn(12) ? undefined : set("name", roleName),
      set("path", path),
      random.oneIn(5) ? set("max_session_duration", "7200") : undefined,
      random.oneIn(5) ? "// kept by hand" : undefined,
      set("assume_role_policy", policy),
      random.oneIn(5) ? set("tags", '{ team = "platform" }') : undefined,
    ]),
  );
}

function inFiles({ random, style, blocks }: Writer): readonly FixtureFile[] {
  const names = random.pick([["main"], ["main"], ["main", "iam"], ["main", "iam", "stacks"]]);
  const shuffled = random.oneIn(3) ? [...blocks].reverse() : blocks;
  const texts = new Map(names.map((name) => [name, [] as string[]]));
  for (const text of shuffled) {
    const here = texts.get(names[random.below(names.length)] ?? "main");
    if (random.oneIn(8))
      here?.push(`# ${"=".repeat(10)} resource "spacelift_aws_integration" "comment" {\n${text}`);
    else here?.push(text);
  }
  return [...texts].map(([name, here]) => {
    const ending = random.oneIn(10) ? "" : "\n";
    const text = here.length === 0 ? "" : here.join("\n\n") + ending;
    return { uri: `file:///module/${name}.tf`, text: text.replaceAll("\n", style.lineBreak), expected: [] };
  });
}
