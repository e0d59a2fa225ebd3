/** A name for a new block that fits the module. */
import type { Label } from "../../hcl/ast.ts";
import type { Module } from "../../terraform/module.ts";

/**
 * The name of the one thing that a block is about, where there is one; otherwise `this`, `main` and so on.
 * `own` is the label that is being written, if there is one already.
 */
export function freeName(module: Module, mode: "resource" | "data", type: string, own?: Label): string {
  const taken = new Set(
    module.declarations
      .filter((declaration) => declaration.kind === mode && declaration.type === type)
      .filter((declaration) => own === undefined || declaration.nameNode !== own)
      .map(({ name }) => name),
  );
  const candidates = [...subjectNames(module, type), "this", "main", "spacelift", "other"];
  return candidates.find((name) => !taken.has(name)) ?? "this";
}

/** What an attachment attaches to is told by the stack or module. */
function subjectNames(module: Module, type: string): readonly string[] {
  if (!type.startsWith("spacelift_aws_integration_attachment")) return [];
  const subjects = module.declarations.filter(
    ({ kind, type: subject }) =>
      kind === "resource" && ["spacelift_stack", "spacelift_module"].includes(subject),
  );
  return subjects.length === 1 ? subjects.flatMap(({ name }) => (name === "" ? [] : [name])) : [];
}
