/** Expressions of the module that hold what an attribute asks for: the ARN of a role, the ID of an integration, … */
import type { ModuleView } from "../../analysis/moduleView.ts";
import { textOf } from "../../base/span.ts";
import type { Block } from "../../hcl/ast.ts";
import { sourcesOf } from "../../spacelift/references.ts";
import type { Referent } from "../../spacelift/schema.ts";
import type { BlockDeclaration, Declaration, LocalDeclaration } from "../../terraform/module.ts";
import { localHolds, variableHolds } from "./heldReferents.ts";
import { indexInto, noIndex, type IndexText } from "./instanceIndex.ts";

export interface Fit {
  /** Before and behind the index of an instance, which is empty where there is one instance only. */
  readonly before: string;
  readonly index: IndexText;
  readonly after: string;
  readonly detail: string;
  readonly declaration: Declaration;
  /** Smaller fits better. */
  readonly rank: number;
}

/** The expressions that fit, best first. `from` is the block in which they will be written. */
export function referenceFits(view: ModuleView, referent: Referent, from: Block | undefined): readonly Fit[] {
  return view.module.declarations
    .flatMap((declaration) => fitsOf(view, declaration, referent, from))
    .toSorted((a, b) => a.rank - b.rank);
}

function fitsOf(
  view: ModuleView,
  declaration: Declaration,
  referent: Referent,
  from: Block | undefined,
): readonly Fit[] {
  switch (declaration.kind) {
    case "resource":
    case "data":
      return declaration.block === from || declaration.name === ""
        ? []
        : attributesThatYield(declaration, declaration.kind, referent, from);
    case "local":
      return localHolds(view, declaration, referent)
        ? [plainFit(declaration, localDetail(declaration), 20)]
        : [];
    case "variable":
      return variableHolds(declaration, referent) ? [plainFit(declaration, "variable", 30)] : [];
    default:
      return [];
  }
}

function plainFit(declaration: Declaration, detail: string, rank: number): Fit {
  return { before: declaration.address, index: noIndex, after: "", detail, declaration, rank };
}

function attributesThatYield(
  declaration: BlockDeclaration,
  mode: "resource" | "data",
  referent: Referent,
  from: Block | undefined,
): readonly Fit[] {
  return sourcesOf(referent).flatMap((source, rank) =>
    source.mode === mode && source.type === declaration.type
      ? [
          {
            before: declaration.address,
            index: indexInto(declaration, from),
            after: `.${source.attribute}`,
            detail: whatItIs[referent],
            declaration,
            rank,
          },
        ]
      : [],
  );
}

const whatItIs: Readonly<Record<Referent, string>> = {
  integrationId: "ID of the integration",
  stackId: "ID of the stack",
  moduleId: "ID of the module",
  spaceId: "ID of the space",
  roleArn: "ARN of the role",
};

function localDetail({ attribute, file }: LocalDeclaration): string {
  const [line = ""] = textOf(file.syntax.text, attribute.value).split("\n");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
