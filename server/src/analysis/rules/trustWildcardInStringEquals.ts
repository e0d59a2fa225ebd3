/** `trust-wildcard-in-string-equals`: `*` and `?` are plain characters under `StringEquals`. */
import { describe } from "../../iam/symbolic.ts";
import type { Condition, Text } from "../../iam/policy.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { externalIdConditions } from "../trust/candidateAccounts.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import { externalIdFacts, valuesOf } from "../trust/externalIdFacts.ts";
import { insideAt, rewriteKey } from "../trust/literalEdits.ts";
import { policyPlace } from "../trust/refusals.ts";
import { placesOfSessions } from "../trust/sessionWords.ts";
import { spaceliftRoles } from "../trust/spaceliftRoles.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import type { RelatedPlace } from "../finding.ts";
import { valueInWords } from "../trust/shortId.ts";
import { placeOfValue } from "../trust/writtenValue.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly condition: Condition;
  readonly value: Text;
  readonly related: readonly RelatedPlace[];
}

export const trustWildcardInStringEquals = defineRule<Fact>({
  code: "trust-wildcard-in-string-equals",
  severity: "error",
  summary: "A wildcard in a StringEquals value of sts:ExternalId, where it never matches.",
  find: (view) => distinctByPlace([...refusing(view), ...unused(view)], ({ value }) => value.origin),
  tell,
  fix,
});

/** Values that refuse sessions. */
function refusing(view: ModuleView): readonly Fact[] {
  return externalIdFacts(view, "wildcard").flatMap(({ refusal, value }) => {
    const explained = refusal.cause.conditions.find((one) =>
      valuesOf(one).some((each) => each.value === value),
    );
    if (!explained || !value) return [];
    const { condition } = explained;
    return [{ policy: refusal.policy, condition, value, related: placesOfSessions(refusal.sessions) }];
  });
}

/** Values of roles that nothing in the module assumes: no session can tell that they work otherwise. */
function unused(view: ModuleView): readonly Fact[] {
  return spaceliftRoles(view)
    .filter(({ verdicts }) => verdicts.length === 0)
    .flatMap(({ policy }) =>
      externalIdConditions(policy.policy)
        .filter(({ operator, values }) => /^StringEquals/.test(operator.name) && values.every(isWild))
        .flatMap((condition) =>
          condition.values.filter(isWild).map((value) => ({ policy, condition, value, related: [] })),
        ),
    );
}

function isWild(value: Condition["values"][number]): value is Text {
  return (
    value.kind === "string" && value.value.some((part) => part.kind === "literal" && /[*?]/.test(part.text))
  );
}

function tell({ policy, condition, value, related }: Fact, view: ModuleView): Report {
  const wildcard = /[*?]/.exec(describe(value.value))?.[0] ?? "*";
  return {
    location: placeOfValue(view, value, [condition]) ?? condition.origin ?? policyPlace(policy),
    message:
      `${valueInWords(value.value)} never matches, so Spacelift is refused: under ${condition.operator.name} a ` +
      `${wildcard} is a plain character, which no external ID contains. Use StringLike.`,
    related,
  };
}

/** Right for whole IDs beside the pattern too: without wildcards StringLike compares letter by letter. */
function fix({ condition: { operator } }: Fact, view: ModuleView): readonly Fix[] {
  if (!operator.origin) return [];
  const written = insideAt(view, operator.origin) ?? "";
  if (!/^((ForAnyValue|ForAllValues):)?StringEquals(IfExists)?$/i.test(written)) return [];
  const name = written.replace(/StringEquals/i, "StringLike");
  return rewriteKey(view, operator.origin, "Use StringLike", name);
}
