/**
 * Puts the policy into a role that a module makes which this one calls. Where the call hands the policy over, that is
 * where it is written. Otherwise the module gets a variable for more statements, empty for whoever else calls it, and
 * the call fills it: what the statements speak of is here.
 */
import { replaceValue } from "../../analysis/alignment.ts";
import { addToList } from "../../analysis/edits.ts";
import type { FileEdits } from "../../analysis/finding.ts";
import type { TextEdit } from "../../base/textEdit.ts";
import { list, text, writeBlock, writeExpression, type Written } from "../../hcl/write.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { BlockDeclaration, ModuleFile } from "../../terraform/module.ts";
import { referenceOf, referencesIn } from "../../terraform/references.ts";
import type { CalledRole } from "./calledRole.ts";
import { addPolicy, appendToBlock, removeStatementBlocks, replacePolicy } from "./editRole.ts";
import { existingPolicy, type ExistingDocument, type ExistingStatements } from "./existingPolicy.ts";
import { isOfficialPossible } from "./forms/freshPolicy.ts";
import { policyExpression, statementObject } from "./forms/jsonencode.ts";
import { officialStatements } from "./forms/officialStatements.ts";
import { policyEdits, type PolicyEditInput, type PolicyEdits } from "./policyEdits.ts";
import type { PolicyPlace } from "./policyPlace.ts";
import { refused, type Refusal } from "./refusal.ts";
import { rewrittenPolicy } from "./rewrittenPolicy.ts";
import { canReplaceInPlace, replaceStatements, statementsValue } from "./statementList.ts";

const variable = "spacelift_trust_statements";
const address = `var.${variable}`;

type Input = Omit<PolicyEditInput, "role" | "existing">;

export function policyOfCalledRole(input: Input, called: CalledRole): PolicyEdits | Refusal {
  const { view, integration } = input;
  const role = called.role.declaration;
  const place = handedOver(called);
  if (!place) return withVariable(input, called);
  const existing = existingPolicy({ view, role, integration }, place);
  return policyEdits({ ...input, role, existing });
}

/** The argument of the call that the whole policy comes from. */
function handedOver({ role, call }: CalledRole): PolicyPlace | undefined {
  const policy = attributeOf(role.declaration.block, "assume_role_policy");
  const from = policy && referenceOf(policy.value);
  if (from?.kind !== "variable" || from.steps.length > 0) return undefined;
  const attribute = attributeOf(call.block, from.name);
  return attribute && { file: call.file, body: call.block.body, attribute };
}

function withVariable(input: Input, called: CalledRole): PolicyEdits | Refusal {
  const { call, role } = called;
  if (input.form === "policy_document" || input.form === "jsonencode") {
    return refused(`The module that makes ${role.declaration.address} keeps the form of its policy.`);
  }
  const policy = policyInModule(input, called);
  const { value, blocks } = statementsFor(input);
  const argument = argumentEdits(call, value);
  if (!policy || !argument) {
    return refused(
      `The trust policy of ${role.declaration.address} is made by ${call.address}, in a way to which no statements can be added from here. Hand them over in a variable.`,
    );
  }
  const variables = { uri: role.declaration.file.uri, edits: variableEdits(called) };
  return { kind: "edits", edits: [policy, variables, { uri: call.file.uri, edits: argument }], blocks };
}

function statementsFor({ view, plan, form, otherwise }: Input): {
  readonly value: Written;
  readonly blocks: readonly string[];
} {
  const isOfficial = (form ?? otherwise) === "data_source" && isOfficialPossible(view, plan);
  if (!isOfficial)
    return { value: list(plan.statements.map(statementObject)), blocks: plan.names.missingBlocks };
  const { elements, lists, missingBlocks } = officialStatements(view, plan.exact);
  const tags = plan.statements.filter(({ action }) => action === "sts:TagSession").map(statementObject);
  return {
    value: statementsValue({ elements: [...elements, ...tags], lists }),
    blocks: [...(tags.length === 0 ? [] : plan.names.missingBlocks), ...missingBlocks],
  };
}

/** Undefined for a call in one line. */
function argumentEdits({ block, file }: BlockDeclaration, value: Written): readonly TextEdit[] | undefined {
  const written = writeExpression(value, 1);
  const present = attributeOf(block, variable);
  if (present) return replaceValue(file.syntax.text, block.body, present, written);
  const added = appendToBlock(block, file, `${variable} = ${written}`);
  return added && [added];
}

function variableEdits({ role: { declaration, view } }: CalledRole): readonly TextEdit[] {
  if (view.module.byAddress.has(address)) return [];
  const written = writeBlock(`variable "${variable}"`, [
    {
      key: "description",
      value: text('"Statements of the trust policy that let Spacelift assume the role."'),
    },
    { key: "type", value: text("any") },
    { key: "default", value: list([]) },
  ]);
  const { end } = declaration.block;
  return [{ span: { start: end, end }, newText: `\n\n${written}` }];
}

/** What makes the module's policy take the statements of the variable; undefined where that cannot be done. */
function policyInModule(
  { integration }: Input,
  { role: { declaration, view } }: CalledRole,
): FileEdits | undefined {
  const existing = existingPolicy({ view, role: declaration, integration });
  const policy = policyExpression(text(address));
  switch (existing.kind) {
    case "absent":
      return existing.place
        ? inFile(existing.place.file, replacePolicy(existing.place, policy))
        : inFile(declaration.file, addPolicy(declaration, policy));
    case "statements":
      return inFile(existing.place.file, intoStatements(existing));
    case "document":
      return inFile(existing.document.file, intoDocument(existing));
    case "other":
      return undefined;
  }
}

function inFile({ uri }: ModuleFile, edits: readonly TextEdit[] | undefined): FileEdits | undefined {
  return edits && { uri, edits };
}

function intoStatements(existing: ExistingStatements): readonly TextEdit[] {
  const { written, replaceable, replaceableLists, place } = existing;
  const [only, ...others] = replaceableLists;
  const isThere =
    only && others.length === 0 && replaceable.length === 0 && referenceOf(only)?.address === address;
  if (isThere) return [];
  const added = { elements: [], lists: [text(address)] };
  return canReplaceInPlace(written)
    ? replaceStatements(existing, added)
    : replacePolicy(place, rewrittenPolicy(existing, added));
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document#source_policy_documents-1 */
function intoDocument({
  document: { block, file },
  replaceable,
}: ExistingDocument): readonly TextEdit[] | undefined {
  const sources = attributeOf(block, "source_policy_documents");
  const removals = removeStatementBlocks(file, replaceable);
  if (sources && referencesIn(sources.value).some((one) => one.address === address)) return removals;
  const value = `jsonencode({ Version = "2012-10-17", Statement = ${address} })`;
  const added = addToList(file, block, { name: "source_policy_documents", value });
  return added && [...added, ...removals];
}
