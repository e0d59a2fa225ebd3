/**
 * Which role of a module an ARN means that is written out. A role's name is unique in one AWS account alone, and a
 * module may speak of several: it makes roles with several providers, or has integrations for roles made elsewhere.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
import { declarationOf, type BlockDeclaration } from "../../terraform/module.ts";
import { alternativesOf } from "../../terraform/alternatives.ts";
import { instancesOf } from "../../terraform/repetition.ts";
import type { StringPart, Value } from "../../terraform/value.ts";
import { attribute, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { accountInArn, nameInArn } from "../nameInArn.ts";
import { providerOf } from "../provider.ts";
import { signatureOf } from "../signature.ts";

/**
 * Of the roles with the name in the ARN the one that is in the account which Terraform works in, if the ARN says so, or
 * the only one. Undefined where it may be another, here or elsewhere.
 */
export function roleMeant<Role extends { readonly declaration: BlockDeclaration }>(
  view: ModuleView,
  parts: readonly StringPart[],
  roles: readonly Role[],
): Role | undefined {
  const [own, ...otherOwn] = roles.filter(({ declaration }) => isInAccount(view, parts, declaration));
  if (own) return otherOwn.length === 0 ? own : undefined;
  const [only, ...others] = roles;
  return others.length === 0 && isOfOneAccount(view, parts) ? only : undefined;
}

/** `${data.aws_caller_identity.current.account_id}`, the data source and the role being of one provider. */
function isInAccount({ module }: ModuleView, parts: readonly StringPart[], role: BlockDeclaration): boolean {
  const arn = nameInArn(parts);
  const id =
    arn && /^\u0000(data\.aws_caller_identity(?:\.[\w-]+)?)\.account_id\u0000$/.exec(accountInArn(arn))?.[1];
  if (id === undefined) return false;
  const source = declarationOf(module, id);
  const provider = source?.kind === "data" ? providerOf(source) : undefined;
  return provider === providerOf(role);
}

/** Whether all that names a role of this name says the same account. */
export function isOfOneAccount(view: ModuleView, parts: readonly StringPart[]): boolean {
  const arn = nameInArn(parts);
  return arn === undefined || (accountsByName(view).get(signatureOf(arn.name))?.size ?? 0) <= 1;
}

const known = new WeakMap<ModuleView, ReadonlyMap<string, ReadonlySet<string>>>();

/** The accounts in which the module says that a role of a name is. */
function accountsByName(view: ModuleView): ReadonlyMap<string, ReadonlySet<string>> {
  const before = known.get(view);
  if (before) return before;
  const found = new Map<string, Set<string>>();
  for (const { name, account } of view.family.flatMap((block) => namesIn(view, block))) {
    found.set(name, (found.get(name) ?? new Set()).add(account));
  }
  known.set(view, found);
  return found;
}

interface Named {
  readonly name: string;
  readonly account: string;
}

/** Of a block that stands for any number of instances also what it says in another one. */
function namesIn(view: ModuleView, { schema, block, declaration, file }: FamilyBlock): readonly Named[] {
  const roleArn =
    schema.mode === "resource" ? attribute({ schema, block, declaration, file }, "role_arn") : undefined;
  if (!roleArn) return [];
  return instancesOf(view, declaration).flatMap((instance) => {
    const named = namedBy(view.evaluate(roleArn.value, file, instance.names));
    return instance.known ? named : [...named, ...namedBy(view.evaluate(roleArn.value, file))];
  });
}

function namedBy(roleArn: Value): readonly Named[] {
  return alternativesOf(roleArn, []).flatMap(({ value }): readonly Named[] => {
    const arn = value.kind === "string" ? nameInArn(value.parts) : undefined;
    return arn ? [{ name: signatureOf(arn.name), account: accountInArn(arn) }] : [];
  });
}
