/** `trust-external-id-too-broad`: a pattern that also admits other Spacelift accounts, or another stack by accident. */
import type { Location } from "../../base/location.ts";
import type { Condition, Statement, Text } from "../../iam/policy.ts";
import { concat, describe, identityOf, type SymbolicString } from "../../iam/symbolic.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { segmentsOf } from "../trust/idSegments.ts";
import { templateFor } from "../trust/idTemplates.ts";
import { valueInWords } from "../trust/shortId.ts";
import { isExternalId } from "../trust/candidateAccounts.ts";
import { knownPrincipals } from "../trust/causes.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { doorsForEverybody } from "../trust/everybody.ts";
import { doorsForOthers, doorsWithoutId, isWildBeforeAt } from "../trust/openDoors.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles, type SpaceliftRole } from "../trust/spaceliftRoles.ts";
import { endsWithAt } from "../trust/writtenNames.ts";
import { fixWith, replaceByValues } from "../trust/valueEdits.ts";
import { placeOfValue, writtenValue } from "../trust/writtenValue.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  /** None where only a Deny asks for an external ID. */
  readonly condition: Condition | undefined;
  /** The condition, or whom the statement trusts. */
  readonly around: Location | undefined;
  readonly value: Text | undefined;
  readonly lets: "other accounts" | "other stacks";
  /** An external ID that gets in. */
  readonly witness: string | undefined;
}

export const trustExternalIdTooBroad = defineRule<Fact>({
  code: "trust-external-id-too-broad",
  severity: "warning",
  summary: "A pattern for sts:ExternalId that other Spacelift accounts or stacks match too.",
  find: (view) =>
    distinctByPlace(
      spaceliftRoles(view).flatMap((role) => [...forAccounts(role), ...forStacks(role)]),
      placeOf,
    ),
  tell,
  fix,
});

/** Statements that demand no external ID at all are another rule's finding. */
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
      const [value, ...others] = values;
      const only = others.length === 0 ? value : undefined;
      const around = condition ? placeOfCondition(condition) : placeOfTrust(statement);
      return [{ policy, condition, around, value: only, lets: "other accounts", witness } as const];
    });
}

/** `acme@*@network*`: the `@` behind the slug of an attached stack is missing. */
function forStacks(role: SpaceliftRole): readonly Fact[] {
  const { policy } = role;
  const slugs = new Set(slugsOf(role).map(identityOf));
  return policy.policy.statements
    .filter((statement): statement is Statement => statement.kind === "statement")
    .flatMap(conditionsOf)
    .filter(({ operator }) => operator.name === "StringLike")
    .flatMap((condition) =>
      condition.values
        .filter(isText)
        .filter(({ value }) => isCutShort(value, slugs))
        .map((value) => {
          const around = placeOfCondition(condition);
          return { policy, condition, around, value, lets: "other stacks", witness: undefined } as const;
        }),
    );
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

function isCutShort(value: SymbolicString, slugs: ReadonlySet<string>): boolean {
  const slug = slugBeforeStar(value);
  return slug !== undefined && slugs.has(identityOf(slug));
}

function conditionsOf({ conditions }: Statement): readonly Condition[] {
  return conditions.filter((one): one is Condition => one.kind === "condition" && isExternalId(one));
}

function isText(value: Condition["values"][number]): value is Text {
  return value.kind === "string";
}

/** The third part of a pattern that ends with it and a `*`. */
function slugBeforeStar(value: SymbolicString): SymbolicString | undefined {
  const end = value.at(-1);
  if (end?.kind !== "literal" || !end.text.endsWith("*")) return undefined;
  const written = describe(value);
  if (!/^[^@]+@[^@]+@[^@*?]+\*$/.test(written)) return undefined;
  const last = segmentsOf(value).at(-1) ?? [];
  return concat(
    ...last.map((segment) => (segment.kind === "literal" ? segment.text.replace(/\*$/, "") : segment)),
  );
}

function placeOfCondition({ origin, keyOrigin }: Condition): Location | undefined {
  return origin ?? keyOrigin;
}

function placeOfTrust(statement: Statement): Location | undefined {
  return knownPrincipals(statement)[0]?.origin ?? statement.origin;
}

function placeOf({ policy, around, value }: Fact): Location {
  return value?.origin ?? around ?? policyPlace(policy);
}

function tell(fact: Fact, view: ModuleView): Report {
  const { condition, value, lets, witness } = fact;
  const pattern = value ? valueInWords(value.value) : condition ? "This condition" : "This statement";
  const begin = condition ? "Begin with" : "Demand an sts:ExternalId that begins with";
  const message =
    lets === "other stacks"
      ? `${pattern} also admits every stack whose slug only begins like this. Put @ before the *, so that the slug ends there.`
      : `${pattern} also admits other Spacelift accounts${witness === undefined ? "" : `, such as "${witness}"`}: ` +
        `whoever knows the ARN gets in. ${begin} your account's name and @.`;
  return { location: placeOfValue(view, value, condition ? [condition] : []) ?? placeOf(fact), message };
}

function fix({ policy, condition, value, lets }: Fact, view: ModuleView): readonly Fix[] {
  const place = condition && value && writtenValue(view, value, condition);
  if (!place) return [];
  const inside = place.segments.join("@");
  const write = (title: string, text: string): readonly Fix[] =>
    fixWith(title, replaceByValues(place, [text]));
  if (lets === "other stacks") {
    return inside.endsWith("*") ? write("End the slug with @", inside.replace(/\*$/, "@*")) : [];
  }
  if (!endsWithAt(view)) return [];
  const [, prefix] = /^([A-Za-z0-9][\w-]+)\*$/.exec(inside) ?? [];
  if (prefix !== undefined) return write(`Admit ${prefix} alone`, `${prefix}@*`);
  const account = templateFor(view, policy, place, policy.names.account);
  const [first, ...others] = place.segments;
  if (account === undefined || first !== "*") return [];
  return write("Admit your account alone", [account, ...(others.length > 0 ? others : ["*"])].join("@"));
}
