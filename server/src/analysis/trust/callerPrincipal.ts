/** How a statement beside another names whom that one trusts. */
import type { Expression } from "../../hcl/ast.ts";
import { textOf } from "../../base/span.ts";
import type { Statement } from "../../iam/policy.ts";
import { hostedInstances } from "../../spacelift/instances.ts";
import { attributeOf, blocksOf } from "../../terraform/block.ts";
import type { ModuleView } from "../moduleView.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { principalExpression } from "./writtenNames.ts";
import { keyName, objectOf, type WrittenStatement } from "./writtenStatement.ts";

interface PrincipalChoice {
  /** As text: an expression, in JSON a string. */
  readonly expression: string;
  /** Which installation it is, where a person has to choose. */
  readonly of: string | undefined;
}

/** As the statement itself has it, else as the settings or the module name Spacelift; else one for each installation. */
export function principalChoices(
  view: ModuleView,
  policy: JudgedPolicy,
  statement: Statement,
  written: WrittenStatement,
): readonly PrincipalChoice[] {
  const own = statement.principals.length === 1 ? principalIn(written) : undefined;
  const expression = own ?? principalExpression(view, policy, written.file.uri);
  if (expression !== undefined) return [{ expression, of: undefined }];
  return hostedInstances.map(({ name, awsAccountId }) => ({ expression: `"${awsAccountId}"`, of: name }));
}

function principalIn(written: WrittenStatement): string | undefined {
  const value = principalNode(written);
  return value && textOf(written.file.syntax.text, value);
}

/** The one expression that a statement has for its AWS principals. */
export function principalNode(written: WrittenStatement): Expression | undefined {
  return written.kind === "block" ? inBlock(written) : inObject(written);
}

function inObject(written: WrittenStatement & { readonly kind: "element" }): Expression | undefined {
  const item = objectOf(written)?.items.find(({ key }) => keyName(key) === "Principal");
  const principal = item?.value.kind === "ObjectConstructor" ? item.value.items[0] : undefined;
  return principal && keyName(principal.key) === "AWS" ? only(principal.value) : undefined;
}

function inBlock({ node }: WrittenStatement & { readonly kind: "block" }): Expression | undefined {
  const [principals] = blocksOf(node.body, "principals");
  const identifiers = principals && attributeOf(principals, "identifiers")?.value;
  return identifiers?.kind === "TupleConstructor" ? only(identifiers) : undefined;
}

/** The element of a list of one. */
function only(value: Expression): Expression | undefined {
  if (value.kind !== "TupleConstructor") return value;
  return value.elements.length === 1 ? value.elements[0] : undefined;
}
