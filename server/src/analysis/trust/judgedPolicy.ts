/** The trust policy of a role as it is judged: read, decoded, and held against the Spacelift that it speaks of. */
import type { Attribute } from "../../hcl/ast.ts";
import { decodePolicy } from "../../iam/decode.ts";
import { conditionsIn, withAnswers, type NamedCondition } from "../../iam/answers.ts";
import { mentionsIn } from "../../iam/mentions.ts";
import type { Fact } from "../../terraform/facts.ts";
import type { Policy, Principal, Statement } from "../../iam/policy.ts";
import { readIdentityArn } from "../../iam/principal.ts";
import type { Truth } from "../../iam/formula.ts";
import { isSaved, type PolicyProblem } from "../../iam/problem.ts";
import { knownText, symbolsIn } from "../../iam/symbolic.ts";
import type { Value } from "../../iam/value.ts";
import { attributeOf, blocksOf } from "../../terraform/block.ts";
import type { BlockDeclaration, ModuleFile } from "../../terraform/module.ts";
import { attributeIn } from "../../terraform/overrides.ts";
import type { Value as ModuleValue } from "../../terraform/value.ts";
import type { Settings } from "../../workspace/settings.ts";
import type { ModuleView } from "../moduleView.ts";
import {
  hostedAccounts,
  namesFrom,
  withHostedAccount,
  withOpenPartition,
  type SpaceliftNames,
} from "./names.ts";
import { renameValue } from "./elsewhere.ts";
import { partitionIn } from "./partition.ts";
import { readerFor } from "./policyReader.ts";
import type { PolicyReader } from "./reader.ts";
import type { RoleInstance } from "./roleOfSubject.ts";
import { areSameKinds, notingKinds, type KindsAsked } from "./symbolKinds.ts";

export interface JudgedPolicy {
  readonly role: RoleInstance;
  readonly attribute: Attribute;
  /** Where the attribute is written. */
  readonly file: ModuleFile;
  readonly value: Value;
  /** As if all collections of which nobody knows what is in them had elements. */
  readonly policy: Policy;
  /** The conditions which nobody knows that parts of it depend on; mostly there are none. */
  readonly conditions: readonly NamedCondition[];
  /** The policy where nothing is known but these facts, not even that loops run. */
  readonly where: (facts: readonly Fact[]) => Policy;
  readonly problems: readonly PolicyProblem[];
  /** Whether IAM takes it; with one that it refuses nobody gets in. */
  readonly isSaved: Truth;
  /** Symbols of sessions have to be read by the same reader. */
  readonly reader: PolicyReader;
  readonly names: SpaceliftNames;
}

const judged = new WeakMap<ModuleView, Map<string, JudgedPolicy | undefined>>();

/** Undefined where the role has no `assume_role_policy`, or where Terraform leaves alone what it has become. */
export function policyOf(view: ModuleView, role: RoleInstance): JudgedPolicy | undefined {
  const known = judged.get(view) ?? new Map<string, JudgedPolicy | undefined>();
  judged.set(view, known);
  const { declaration, instance } = role;
  const path = role.view.instance.path.join(".");
  const key = JSON.stringify([path, declaration.file.uri, declaration.block.start, instance.step]);
  if (!known.has(key)) known.set(key, judge(view, role));
  return known.get(key);
}

function judge(view: ModuleView, role: RoleInstance): JudgedPolicy | undefined {
  const { declaration, instance } = role;
  const placed = attributeIn(role.view.module, declaration, "assume_role_policy");
  if (!placed || placed.attribute.value.kind === "MissingExpression") return undefined;
  if (ignoresChanges(declaration)) return undefined;
  const { attribute } = placed;
  const text = role.view.evaluate(attribute.value, placed.file, instance.names);
  const read = isAlone(view, role) ? keptReading(view, role, text) : readPolicy(view, role, text);
  const { readAs, ...found } = read;
  return {
    role,
    attribute,
    file: placed.file,
    ...found,
    isSaved: isSaved(read.problems),
    reader: readerFor(view, readAs),
  };
}

interface ReadPolicy extends Pick<
  JudgedPolicy,
  "value" | "policy" | "conditions" | "where" | "problems" | "names"
> {
  /** The names that it was read with, which may leave open who Spacelift is where the policy does not ask. */
  readonly readAs: SpaceliftNames;
}

function readPolicy(view: ModuleView, role: RoleInstance, text: ModuleValue): ReadPolicy {
  const read = (names: SpaceliftNames): ReadPolicy => {
    const there = readerFor(view, names).in(role.view).json(text);
    const written = role.view === view ? there : renameValue(there, role.back);
    return { ...decoded(written), names, readAs: names };
  };
  const first = read(namesFrom(view.settings));
  if (first.names.runBy === "Spacelift") return first;
  const account = first.names.runBy === "unknown" ? hostedAccountIn(first.policy) : undefined;
  if (account !== undefined) {
    const names = withHostedAccount(first.names, account);
    const mentioned = mentionsIn(first.policy);
    const isNamed = symbolsIn(first.names.awsAccount).some(({ id }) => mentioned.has(id));
    return isNamed ? read(names) : { ...first, names };
  }
  const isKnown = first.names.configured && view.settings.principal.startsWith("arn:");
  return !isKnown && namesOtherPartition(first.policy) ? read(withOpenPartition(first.names)) : first;
}

/** As if all loops ran, and the same for each set of facts, decoded once. */
function decoded(written: Value): Omit<ReadPolicy, "names" | "readAs"> {
  const conditions = conditionsIn(written);
  const isLooped = conditions.some(({ looped }) => looped);
  const value = isLooped ? withAnswers(written, ({ looped }) => (looped ? true : undefined)) : written;
  const whole = decodePolicy(value);
  const known = new Map<string, Policy>();
  const where = (facts: readonly Fact[]): Policy => {
    const told = new Map(facts.map(({ condition, holds }) => [condition, holds]));
    const answers = conditions.map(({ name }) => told.get(name));
    if (conditions.every(({ looped }, index) => answers[index] === (looped ? true : undefined))) {
      return whole.policy;
    }
    const key = answers.join();
    if (known.size >= mostTold && !known.has(key) && facts.length > 0) return where([]);
    const policy = known.get(key) ?? decodePolicy(withAnswers(written, ({ name }) => told.get(name))).policy;
    known.set(key, policy);
    return policy;
  };
  return { value, ...whole, conditions, where };
}

/** So many different sets of facts are told apart; the sessions of others know nothing. */
const mostTold = 16;

/** A policy reads the same for as long as its value is the same one, and the symbols in it are of the same kinds. */
interface Reading {
  readonly settings: Settings;
  readonly kinds: KindsAsked;
  readonly read: ReadPolicy;
}

const readings = new WeakMap<ModuleValue, Reading>();

function keptReading(view: ModuleView, role: RoleInstance, text: ModuleValue): ReadPolicy {
  const { settings } = view;
  const before = readings.get(text);
  if (before?.settings === settings && areSameKinds(view, before.kinds)) return before.read;
  const { result, asked } = notingKinds(() => readPolicy(view, role, text));
  readings.set(text, { settings, kinds: asked, read: result });
  return result;
}

/** Nothing of the modules around goes into it. */
function isAlone(view: ModuleView, role: RoleInstance): boolean {
  return role.view === view && view.instance.versionOf !== undefined;
}

/** Why a role has no policy to judge by. */
export function whyNoPolicy({ declaration }: RoleInstance): string {
  return ignoresChanges(declaration)
    ? `Terraform leaves the assume_role_policy of ${declaration.address} alone, as ignore_changes says`
    : `${declaration.address} has no assume_role_policy`;
}

/** https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes */
function ignoresChanges({ block }: BlockDeclaration): boolean {
  const ignored = blocksOf(block.body, "lifecycle").flatMap((lifecycle) => {
    const value = attributeOf(lifecycle, "ignore_changes")?.value;
    return value?.kind === "TupleConstructor" ? value.elements : value ? [value] : [];
  });
  return ignored.some(
    (name) => name.kind === "Variable" && (name.name === "assume_role_policy" || name.name === "all"),
  );
}

/** Where the settings do not tell which installation it is, a policy that names one of Spacelift's accounts does. */
function hostedAccountIn(policy: Policy): string | undefined {
  const trusted = principalsOf(policy, "Allow").map((principal) => accountNamed(principal));
  return [...trusted, ...callersDemanded(policy)].find(
    (account) => account !== undefined && hostedAccounts.includes(account),
  );
}

/** The accounts that an Allow wants its caller to be in: `StringEquals` on `aws:PrincipalAccount`. */
function callersDemanded(policy: Policy): readonly (string | undefined)[] {
  return statementsWith(policy, "Allow").flatMap(({ conditions }) =>
    conditions.flatMap((one) => {
      if (one.kind === "unknown" || one.operator.name !== "StringEquals") return [];
      if (knownText(one.key)?.toLowerCase() !== "aws:principalaccount") return [];
      return one.values.map((value) => (value.kind === "string" ? knownText(value.value) : undefined));
    }),
  );
}

/** An installation of one's own may be in another partition than `aws`, and then so is the principal. */
function namesOtherPartition(policy: Policy): boolean {
  return principalsOf(policy, "Allow").some(({ type, value }) => {
    const partition = type === "AWS" ? partitionIn(value) : undefined;
    return partition !== undefined && knownText(partition) !== "aws";
  });
}

/** The principals that are known of the statements that allow, or deny. */
export function principalsOf(policy: Policy, effect: "Allow" | "Deny"): readonly Principal[] {
  return statementsWith(policy, effect).flatMap(({ principals }) =>
    principals.filter((one): one is Principal => one.kind === "principal"),
  );
}

function statementsWith({ statements }: Policy, effect: "Allow" | "Deny"): readonly Statement[] {
  return statements
    .filter((statement): statement is Statement => statement.kind === "statement")
    .filter((statement) => statement.effect.kind === "effect" && statement.effect.name === effect);
}

/** The account of a principal, however it is written; undefined where that is not known or there is none. */
export function accountNamed({ type, value }: Principal): string | undefined {
  if (type !== "AWS") return undefined;
  const account = knownText(readIdentityArn(value)?.account ?? value);
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** True where nobody can say whom the principal means before it is applied. */
export function isOpen({ value }: Principal): boolean {
  return symbolsIn(value).length > 0;
}
