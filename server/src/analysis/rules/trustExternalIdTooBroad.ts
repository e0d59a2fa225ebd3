/** `trust-external-id-too-broad`: a pattern that also admits other Spacelift accounts, or another stack by accident. */
import type { Location } from "../../base/location.ts";
import { operatorText, type Condition, type Statement, type Text } from "../../iam/policy.ts";
import { identityOf, type SymbolicString } from "../../iam/symbolic.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { templateFor } from "../trust/idTemplates.ts";
import { operatorEdit } from "../trust/operatorEdit.ts";
import { shortId, valueInWords } from "../trust/shortId.ts";
import { loosePatterns, type LoosePattern } from "../trust/similarStacks.ts";
import { isExternalId } from "../trust/candidateAccounts.ts";
import { knownPrincipals } from "../trust/causes.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import { valuesThatRefuse } from "../trust/externalIdFacts.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { doorsForEverybody } from "../trust/everybody.ts";
import { doorsForOthers, doorsWithoutId, isWildBeforeAt } from "../trust/openDoors.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles, type SpaceliftRole } from "../trust/spaceliftRoles.ts";
import { endsWithAt } from "../trust/writtenNames.ts";
import { fixWith, replaceByValues } from "../trust/valueEdits.ts";
import { placeOfValue, writtenValue, type WrittenValue } from "../trust/writtenValue.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  /** None where only a Deny asks for an external ID. */
  readonly condition: Condition | undefined;
  /** The condition, or whom the statement trusts. */
  readonly around: Location | undefined;
  readonly value: Text | undefined;
  readonly lets: OtherAccounts | OtherStacks;
}

/** With an external ID that gets in. */
interface OtherAccounts {
  readonly witness: string | undefined;
}

type OtherStacks = Pick<LoosePattern, "slug" | "other">;

export const trustExternalIdTooBroad = defineRule<Fact>({
  code: "trust-external-id-too-broad",
  severity: "warning",
  summary: "A pattern for sts:ExternalId that other Spacelift accounts or stacks match too.",
  find: (view) => {
    const told = valuesThatRefuse(view);
    const facts = spaceliftRoles(view).flatMap((role) => [...forAccounts(role), ...forStacks(role)]);
    return distinctByPlace(
      facts.filter(({ value }) => !value || !told.has(value)),
      placeOf,
    );
  },
  tell,
  fix,
});

/** Statements that demand no external ID at all are another rule's finding, and so are those for everybody. */
function forAccounts(role: SpaceliftRole): readonly Fact[] {
  const { policy } = role;
  const others = new Set(
    [...doorsWithoutId(policy), ...doorsForEverybody(policy)].map(({ statement }) => statement),
  );
  return doorsForOthers(policy, slugsOf(role))
    .filter(({ statement }) => !others.has(statement))
    .flatMap(({ statement, witness }) => {
      const [condition] = conditionsOf(statement);
      const values = (condition?.values ?? []).filter(isText).filter(({ value }) => isWildBeforeAt(value));
      const [value, ...more] = values;
      const only = more.length === 0 ? value : undefined;
      const around = condition ? placeOfCondition(condition) : placeOfTrust(statement);
      return [{ policy, condition, around, value: only, lets: { witness } }];
    });
}

function forStacks(role: SpaceliftRole): readonly Fact[] {
  const { policy } = role;
  return loosePatterns(role).map(({ condition, value, slug, other }) => {
    const around = placeOfCondition(condition);
    return { policy, condition, around, value, lets: { slug, other } };
  });
}

/** The slugs of what is attached, each once. */
function slugsOf({ verdicts }: SpaceliftRole): readonly SymbolicString[] {
  const slugs = verdicts.flatMap(({ sessions }) =>
    sessions.flatMap(({ session: { slug, origin, certain } }) =>
      slug && (origin === "attachment" || (origin === "auto-attach" && certain)) ? [slug] : [],
    ),
  );
  return [...new Map(slugs.map((slug) => [identityOf(slug), slug])).values()];
}

function conditionsOf({ conditions }: Statement): readonly Condition[] {
  return conditions.filter((one): one is Condition => one.kind === "condition" && isExternalId(one));
}

function isText(value: Condition["values"][number]): value is Text {
  return value.kind === "string";
}

function placeOfCondition(condition: Condition): Location | undefined {
  const { operator, origin, keyOrigin } = condition;
  return (ignoresCase(condition) ? operator.origin : undefined) ?? origin ?? keyOrigin;
}

function ignoresCase({ operator: { name } }: Condition): boolean {
  return name === "StringEqualsIgnoreCase";
}

function placeOfTrust(statement: Statement): Location | undefined {
  return knownPrincipals(statement)[0]?.origin ?? statement.origin;
}

function placeOf({ policy, around, value }: Fact): Location {
  return value?.origin ?? around ?? policyPlace(policy);
}

function tell(fact: Fact, view: ModuleView): Report {
  const { condition, value, lets } = fact;
  const location = placeOfValue(view, value, condition ? [condition] : []) ?? placeOf(fact);
  if ("slug" in lets) return { location, message: aboutStacks(lets, value) };
  const example = lets.witness === undefined ? "" : `, such as "${lets.witness}"`;
  const who = `also admits other Spacelift accounts${example}: whoever knows the ARN gets in.`;
  if (condition && ignoresCase(condition)) {
    return { location, message: `${operatorText(condition.operator)} ${who} Use StringEquals.` };
  }
  const pattern = value ? valueInWords(value.value) : condition ? "This condition" : "This statement";
  const begin = condition ? "Begin with" : "Demand an sts:ExternalId that begins with";
  return { location, message: `${pattern} ${who} ${begin} your account's name and @.` };
}

function aboutStacks({ slug, other }: OtherStacks, value: Text | undefined): string {
  const pattern = value ? valueInWords(value.value) : "This condition";
  const own = shortId(slug);
  const who = other ? `the stack "${shortId(other)}"` : `stacks whose slugs begin or end like "${own}"`;
  return `${pattern} also admits ${who}. Put the slug between two @, so that nothing else goes with it: @${own}@.`;
}

function fix(fact: Fact, view: ModuleView): readonly Fix[] {
  const { condition, value, lets } = fact;
  const place = condition && value && writtenValue(view, value, condition);
  if (place)
    return "slug" in lets ? fixForStacks(fact, lets, place, view) : fixForAccounts(fact, place, view);
  return condition && ignoresCase(condition)
    ? fixWith("Use StringEquals", operatorEdit(view, condition, "StringEquals"))
    : [];
}

function fixForAccounts({ policy }: Fact, place: WrittenValue, view: ModuleView): readonly Fix[] {
  if (!endsWithAt(view)) return [];
  const write = (title: string, text: string): readonly Fix[] =>
    fixWith(title, replaceByValues(place, [text]));
  const [, prefix] = /^([A-Za-z0-9][\w-]+)\*$/.exec(place.segments.join("@")) ?? [];
  if (prefix !== undefined) return write(`Admit ${prefix} alone`, `${prefix}@*`);
  const account = templateFor(view, policy, place, policy.names.account);
  const [first, ...others] = place.segments;
  if (account === undefined || first !== "*") return [];
  return write("Admit your account alone", [account, ...(others.length > 0 ? others : ["*"])].join("@"));
}

function fixForStacks(
  { policy }: Fact,
  { slug }: OtherStacks,
  place: WrittenValue,
  view: ModuleView,
): readonly Fix[] {
  const parts = partsOfPattern(place.segments);
  if (!parts) return [];
  const written = parts.slug.replace(/^[*?]+/, "").replace(/[*?]+$/, "");
  const own = /[*?]/.test(written) ? templateFor(view, policy, place, slug) : written;
  if (own === undefined) return [];
  const inside = [parts.account, parts.integration, own, parts.phase].join("@");
  return fixWith("Put the slug between two @", replaceByValues(place, [inside]));
}

interface PatternParts {
  readonly account: string;
  readonly integration: string;
  /** With the wildcards around it. */
  readonly slug: string;
  readonly phase: string;
}

/** A wildcard may stand for several parts, and for the `@` between them. */
function partsOfPattern(segments: readonly string[]): PatternParts | undefined {
  const [account, second, ...others] = segments;
  if (account === undefined || second === undefined || others.length > 2) return undefined;
  const [third] = others;
  if (third !== undefined && (others.length === 2 || !/^(\*|read|write)$/.test(third)))
    return { account, integration: second, ...withPhase(third, others[1]) };
  return second.startsWith("*") ? { account, integration: "*", ...withPhase(second, third) } : undefined;
}

function withPhase(text: string, phase: string | undefined): Pick<PatternParts, "slug" | "phase"> {
  const [, slug, end] = /^(.*[*?])(read|write)$/.exec(phase === undefined ? text : "") ?? [];
  return slug !== undefined && end !== undefined ? { slug, phase: end } : { slug: text, phase: phase ?? "*" };
}
