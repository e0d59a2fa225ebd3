/** The shape of a rule: finding, telling and fixing are three functions over one kind of fact. */
import type { Location } from "../../base/location.ts";
import type { Finding, Fix, RelatedPlace, Severity } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";

/** What there is to say about one fact. */
export interface Report {
  readonly location: Location;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** Where this one fact weighs more or less than the rule does by default. */
  readonly severity?: Severity;
}

interface RuleDefinition<Fact> {
  readonly code: string;
  readonly severity: Severity;
  /** One line for the settings page and for the table of rules: what it finds. */
  readonly summary: string;
  readonly tag?: "deprecated";
  readonly find: (view: ModuleView) => Iterable<Fact>;
  readonly tell: (fact: Fact, view: ModuleView) => Report;
  /** Absent where nothing can be mended without knowing what the person wants. */
  readonly fix?: (fact: Fact, view: ModuleView) => readonly Fix[];
}

export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly run: (view: ModuleView) => readonly Finding[];
}

/** Hides the kind of fact, so that rules of all kinds stand in one table. */
export function defineRule<Fact>(definition: RuleDefinition<Fact>): Rule {
  const { code, severity, summary } = definition;
  const run = (view: ModuleView): readonly Finding[] =>
    [...definition.find(view)].map((fact) => {
      const report = definition.tell(fact, view);
      return {
        code,
        source: "spacelift-aws",
        severity: report.severity ?? severity,
        location: report.location,
        message: report.message,
        tag: definition.tag,
        related: report.related ?? [],
        fixes: () => definition.fix?.(fact, view) ?? [],
      };
    });
  return { code, severity, summary, run };
}
