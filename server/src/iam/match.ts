/** Evaluates a trust policy for a request: a matching Deny beats everything, otherwise a matching Allow is needed. */
import { likenessOf } from "./alike.ts";
import { causesOf, decide } from "./decide.ts";
import { mayGoOn } from "./effort.ts";
import type { Explanation, Ground } from "./explanation.ts";
import { explainStatement } from "./explainStatement.ts";
import { all, any, not, type Formula } from "./formula.ts";
import { mentionsIn } from "./mentions.ts";
import type { Policy } from "./policy.ts";
import { perObject } from "../base/remember.ts";
import type { Request } from "./request.ts";
import { statementFormulas } from "./statementFormulas.ts";

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
      this.outcome === "unknown" ? causesOf(formulasOf(policy, request).allowed, mentionsIn(policy)) : []);
  }

  get statements(): Explanation["statements"] {
    const { policy, request } = this;
    return (this.knownStatements ??= policy.statements.flatMap((statement) =>
      explainStatement(statement, policy, request),
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
  const statements = policy.statements.map((statement) => statementFormulas(statement, policy, request));
  const allows = any(statements.map((statement) => statement.allows));
  const denies = any(statements.map((statement) => statement.denies));
  return { allows, denies, allowed: all([not(denies), allows]) };
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
