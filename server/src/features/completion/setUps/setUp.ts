/** What a set-up offers, and the names that it chooses so that they are new in the module. */
import type { ModuleView } from "../../../analysis/moduleView.ts";
import { attributeOf } from "../../../terraform/block.ts";
import { declarationsOfType, type Module } from "../../../terraform/module.ts";
import { literalText } from "../../literals.ts";
import type { Snippet } from "../snippetText.ts";

export interface SetUp {
  readonly label: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** An empty line comes between each two. */
  readonly blocks: (view: ModuleView) => readonly Snippet[];
}

const types = ["spacelift_aws_integration", "aws_iam_role", "spacelift_aws_integration_attachment"];

/** A label that integration, role and attachment can share. */
export function freeLabel({ byAddress }: Module, wanted: string): string {
  return firstFree(wanted, "_", (label) => types.some((type) => byAddress.has(`${type}.${label}`)));
}

/** A name for a role that no role of the module has, nor begins with. */
export function freeRoleName(module: Module): string {
  const taken = declarationsOfType(module, "resource", "aws_iam_role").flatMap(({ block }) => {
    const name = attributeOf(block, "name");
    return name ? literalText(name.value) : [];
  });
  return firstFree("spacelift", "-", (name) => taken.some((other) => `${other}-`.startsWith(`${name}-`)));
}

export function freeLocal({ byAddress }: Module, wanted: string): string {
  return firstFree(wanted, "_", (name) => byAddress.has(`local.${name}`));
}

function firstFree(wanted: string, separator: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${separator}${number}`;
    if (!isTaken(name)) return name;
  }
}
