/** The attachments of a generated integration: one, many, repeated in every way, or none. */
import type { IntegrationShape, Writer } from "./modules.ts";
import { block, set, type Body } from "./text.ts";

export function attachments(writer: Writer, shape: IntegrationShape): void {
  const { random } = writer;
  const count = random.pick([0, 1, 1, 1, 2, 3]);
  for (let index = 0; index < count; index++) attachment(writer, shape, `${shape.name}_${index}`);
}

function attachment(
  { random, style, blocks }: Writer,
  { name, repeated }: IntegrationShape,
  label: string,
): void {
  const { repetition, target } = targetOf(random.below(19), repeated !== undefined);
  const index = repeated === "count" ? "[0]" : repeated ? '["a"]' : "";
  blocks.push(
    block(style, `resource "spacelift_aws_integration_attachment" "${label}"`, [
      ...repetition,
      ...(repetition.length > 0 ? [""] : []),
      set("integration_id", `spacelift_aws_integration.${name}${index}.id`),
      target,
      random.oneIn(2) ? set("read", random.pick(["true", "true", "false", "var.flag"])) : undefined,
      random.oneIn(2) ? set("write", random.pick(["true", "true", "false", "var.flag"])) : undefined,
      ...(random.oneIn(4) ? ["", set("depends_on", "[data.aws_caller_identity.current]")] : []),
    ]),
  );
}

function targetOf(
  choice: number,
  isOfMany: boolean,
): { readonly repetition: Body; readonly target: Body[number] } {
  const one = (key: string, value: string) => ({ repetition: [], target: set(key, value) });
  const many = (repetition: string, collection: string, value: string) => ({
    repetition: [set(repetition, collection)],
    target: set("stack_id", value),
  });
  if (isOfMany) return one("stack_id", "spacelift_stack.one.id");
  switch (choice) {
    case 0:
      return one("stack_id", '"literal-slug"');
    case 1:
      return one("module_id", "spacelift_module.shared.id");
    case 2:
      return many("for_each", "toset(local.names)", "each.value");
    case 3:
      return many("for_each", "local.stack_map", "each.value");
    case 4:
      return many("for_each", 'toset(["x", "y"])', "each.key");
    case 5:
      return many("for_each", "spacelift_stack.set", "each.value.id");
    case 6:
      return many("for_each", "toset(local.names)", "spacelift_stack.set[each.key].id");
    case 7:
      return many("count", "2", "spacelift_stack.counted[count.index].id");
    case 8:
      return many("count", "length(local.names)", "local.names[count.index]");
    case 9:
      return many("for_each", "{ for name in local.names : name => { id = name } }", "each.value.id");
    case 10:
      return one("stack_id", "var.text");
    case 11:
      return many("for_each", "var.stacks", "each.value");
    case 12:
      return many("for_each", "toset(keys(var.stacks))", "each.value");
    case 13:
      return many("for_each", "{ for key, slug in var.stacks : key => { id = slug } }", "each.value.id");
    case 14:
      return many("count", "var.number", "spacelift_stack.numbered[count.index].id");
    default:
      return one("stack_id", "spacelift_stack.one.id");
  }
}
