/** Evaluates a trust policy for a request: a matching Deny beats everything, otherwise a matching Allow is needed. */
import { actionFormula, explainAction } from "./action.ts";
import { likenessOf } from "./alike.ts";
import { evaluateCondition } from "./condition/evaluate.ts";
import { causesOf, decide } from "./decide.ts";
import { mayGoOn } from "./effort.ts";
import type { Explanation, Ground, StatementExplanation, UnknownPart } from "./explanation.ts";
import { explainItems } from "./explainItems.ts";
import { all, any, fails, not, open, unknownPart, unknownRun, type Formula } from "./formula.ts";
import { openPart } from "./openPart.ts";
import { explainPrincipal, principalFormula } from "./principal.ts";
import type { Condition, Policy, Statement, UnknownItems } from "./policy.ts";
import { perObject } from "../base/remember.ts";
import type { Caller, Request } from "./request.ts";
import { knowsVariables } from "./variables.ts";

export function evaluate(policy: Policy, request: Request): Explanation {
  const answers = answersOf(policy);
  const likeness = likenessOf(request, policy);
  const answer = answers.get(likeness) ?? conclude(formulasOf(policy, request));
  if (mayGoOn()) answers.set(likeness, answer);
  return new LateExplanation(policy, request, answer);
}

/** Why is worked out when it is first asked for. */
class LateExplanation implements Explanation {
  readonly outcome: Explanation["outcome"];
  readonly ground: Ground;
  private knownCauses: Explanation["causes"] | undefined;
  private knownStatements: Explanation["statements"] | undefined;

  constructor(
    private readonly policy: Policy,
    private readonly request: Request,
    { outcome, ground }: Answer,
  ) {
    this.outcome = outcome;
    this.ground = ground;
  }

  get causes(): Explanation["causes"] {
    const { policy, request } = this;
    return (this.knownCauses ??=
      this.outcome === "unknown" ? causesOf(formulasOf(policy, request).allowed) : []);
  }

  get statements(): Explanation["statements"] {
    const { policy, request } = this;
    return (this.knownStatements ??= policy.statements.flatMap((statement) =>
      evaluateStatement(statement, policy, request).explain(),
    ));
  }
}

type Answer = Pick<Explanation, "outcome" | "ground">;

const answersOf = perObject<Policy, Map<string, Answer>>(() => new Map());

interface Formulas {
  readonly allows: Formula;
  readonly denies: Formula;
  readonly allowed: Formula;
}

function formulasOf(policy: Policy, request: Request): Formulas {
  const statements = policy.statements.map((statement) => evaluateStatement(statement, policy, request));
  const allows = any(statements.map((statement) => statement.allows));
  const denies = any(statements.map((statement) => statement.denies));
  return { allows, denies, allowed: all([not(denies), allows]) };
}

interface EvaluatedStatement {
  /** Whether the statement allows the request, Deny statements left aside. */
  readonly allows: Formula;
  readonly denies: Formula;
  readonly explain: () => readonly (StatementExplanation | UnknownPart)[];
}

export function evaluateStatement(
  statement: Statement | UnknownItems<Statement>,
  policy: Policy,
  request: Request,
): EvaluatedStatement {
  if (statement.kind === "unknown" && statement.choice) return evaluateItems(statement, policy, request);
  if (statement.kind === "unknown") {
    const { reason, origin } = statement;
    const applies = unknownPart(statement);
    const denies = open(`effect of ${JSON.stringify([reason, origin])}`, reason, origin);
    return {
      allows: all([applies, not(denies)]),
      denies: all([applies, denies]),
      explain: () => [{ kind: "unknown", part: statement }],
    };
  }
  const conditions = statement.conditions.map((condition) => evaluateItem(condition, policy, request));
  const applies = all([
    principalPart(statement)(request.caller),
    actionFormula(statement.action, request.action),
    ...conditions.map(({ formula }) => formula),
  ]);
  return {
    ...underEffect(statement, applies),
    explain: () => [explain(statement, request, applies, conditions)],
  };
}

function evaluateItems(items: UnknownItems<Statement>, policy: Policy, request: Request): EvaluatedStatement {
  const made = new Map<Statement | UnknownItems<Statement>, EvaluatedStatement>();
  const evaluated = (item: Statement | UnknownItems<Statement>): EvaluatedStatement => {
    const known = made.get(item) ?? evaluateStatement(item, policy, request);
    made.set(item, known);
    return known;
  };
  const ask = (asked: "allows" | "denies"): Formula =>
    unknownRun(items, (run) => any(run.map((item) => evaluated(item)[asked])));
  return {
    allows: ask("allows"),
    denies: ask("denies"),
    explain: () =>
      explainItems(
        items,
        (item) => evaluated(item).explain(),
        (one) => one.kind === "statement" && one.applies === "no",
      ),
  };
}

interface EvaluatedConditions {
  readonly formula: Formula;
  readonly explain: () => StatementExplanation["conditions"];
}

/** A condition, or several of which it is not known which are there. */
function evaluateItem(
  condition: Condition | UnknownItems<Condition>,
  policy: Policy,
  request: Request,
): EvaluatedConditions {
  if (condition.kind !== "unknown") {
    const { formula, explain: explainOne } = evaluateCondition(
      condition,
      request.context,
      knowsVariables(policy),
    );
    return { formula, explain: () => [explainOne()] };
  }
  const formula = unknownRun(condition, (run) =>
    all(run.map((one) => evaluateItem(one, policy, request).formula)),
  );
  const { reason, origin } = condition;
  return { formula, explain: () => [{ kind: "unknown", part: { kind: "unknown", reason, origin } }] };
}

/** What is open about a principal, which is the same in all requests of a caller. */
const principalPart = perObject(({ principals }: Statement) =>
  perObject((caller: Caller) => openPart(principalFormula(principals, caller))),
);

const principalExplained = perObject(({ principals }: Statement) =>
  perObject((caller: Caller) => explainPrincipal(principals, caller)),
);

function underEffect({ effect }: Statement, applies: Formula): Pick<EvaluatedStatement, "allows" | "denies"> {
  if (effect.kind === "effect") {
    return effect.name === "Allow" ? { allows: applies, denies: fails } : { allows: fails, denies: applies };
  }
  const denying = unknownPart(effect);
  return { allows: all([applies, not(denying)]), denies: all([applies, denying]) };
}

function explain(
  statement: Statement,
  request: Request,
  applies: Formula,
  conditions: readonly EvaluatedConditions[],
): StatementExplanation {
  const truth = decide(applies);
  return {
    kind: "statement",
    statement,
    applies: truth,
    causes: truth === "unknown" ? causesOf(applies) : [],
    principal: principalExplained(statement)(request.caller),
    action: explainAction(statement.action, request.action),
    conditions: conditions.flatMap((condition) => condition.explain()),
  };
}

function conclude({ allowed, allows, denies }: Formulas): Answer {
  switch (decide(allowed)) {
    case "yes":
      return { outcome: "allowed", ground: "allowed-by-statement" };
    case "no":
      return { outcome: "refused", ground: groundOfRefusal(allows, denies) };
    case "unknown":
      return { outcome: "unknown", ground: "undecided" };
  }
}

/** A refusal for which it takes both, in different instances, counts as a denial. */
function groundOfRefusal(allows: Formula, denies: Formula): Ground {
  if (decide(allows) === "no")
    return decide(denies) === "yes" ? "denied-by-statement" : "no-statement-allows";
  return "denied-by-statement";
}
