/** `stack-name-as-id`: the name of a stack or module where its slug belongs. */
import type { Location } from "../../base/location.ts";
import { isSettable } from "../../spacelift/schema.ts";
import { isPossibleSlug, slugOf } from "../../spacelift/slug.ts";
import type { Expression } from "../../hcl/ast.ts";
import { quote } from "../../hcl/literal.ts";
import { attributeOf } from "../../terraform/block.ts";
import { declarationOf, declarationsOfType, type ModuleFile } from "../../terraform/module.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { referenceOf, type Step } from "../../terraform/references.ts";
import { asKnownString } from "../../terraform/value.ts";
import { replace } from "../edits.ts";
import type { Fix, Severity } from "../finding.ts";
import { inFile, type ModuleView } from "../moduleView.ts";
import { originOf, settingOf, textOf, type Setting } from "../setting.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly setting: Setting;
  readonly thing: "stack" | "module";
  readonly location: Location;
  /** What is there instead of a slug. */
  readonly found: { readonly kind: "name" } | { readonly kind: "text"; readonly text: string };
  readonly severity: Severity;
  /** The expression that belongs here, where we know it; or most likely does. */
  readonly replacement: { readonly text: string; readonly isCertain: boolean } | undefined;
}

export const stackNameAsId = defineRule<Fact>({
  code: "stack-name-as-id",
  severity: "warning",
  summary: "The name of a stack or module where its slug belongs.",
  find: (view) =>
    view.family.flatMap((block) =>
      block.schema.attributes
        .filter((schema) => isSettable(schema))
        .flatMap(({ name, refersTo }) => {
          if (refersTo !== "stackId" && refersTo !== "moduleId") return [];
          const setting = settingOf(view, block, name);
          if (!setting) return [];
          const thing = refersTo === "stackId" ? "stack" : "module";
          return byReference(view, setting, thing) ?? byText(view, setting, thing) ?? [];
        }),
    ),
  tell,
  fix: ({ location, replacement }): readonly Fix[] =>
    replacement === undefined
      ? []
      : [
          {
            title: `Change to ${replacement.text}`,
            edits: [{ uri: location.uri, edits: [replace(location.span, replacement.text)] }],
            preferred: replacement.isCertain,
          },
        ],
});

function byReference(view: ModuleView, setting: Setting, thing: Fact["thing"]): Fact | undefined {
  const read = nameRead(view, setting.attribute.value, setting.block.file, thing);
  if (!read) return undefined;
  const name = textOf(setting);
  // The name works until the stack is renamed: its slug stays.
  const works = thing === "stack" && name !== undefined && slugFor(thing, name) === name;
  return {
    setting,
    thing,
    location: inFile(read, read.step.span),
    found: { kind: "name" },
    severity: works ? "hint" : "warning",
    replacement: { text: "id", isCertain: true },
  };
}

interface NameRead {
  readonly file: ModuleFile;
  readonly step: Step;
}

/** The `.name` of a stack or module that the expression is, straight or through locals. */
function nameRead(
  view: ModuleView,
  expression: Expression,
  file: ModuleFile,
  thing: Fact["thing"],
  depth = 0,
): NameRead | undefined {
  const reference = referenceOf(expression);
  if (!reference || depth > 20) return undefined;
  const declaration = declarationOf(view.module, reference.address);
  if (declaration?.kind === "local") {
    if (reference.steps.length > 0) return undefined;
    return nameRead(view, declaration.attribute.value, declaration.file, thing, depth + 1);
  }
  if (declaration?.kind !== "resource" && declaration?.kind !== "data") return undefined;
  const step = reference.steps[repetitionOf(declaration.block) ? 1 : 0];
  const isName =
    reference.type === `spacelift_${thing}` && step?.kind === "attribute" && step.name === "name";
  return isName && step === reference.steps.at(-1) ? { file, step } : undefined;
}

function byText(view: ModuleView, setting: Setting, thing: Fact["thing"]): Fact | undefined {
  const text = textOf(setting);
  if (text === undefined || text === "" || isPossibleSlug(text)) return undefined;
  const named = namedLike(view, thing, text);
  const slug = slugFor(thing, text);
  return {
    setting,
    thing,
    location: originOf(setting),
    found: { kind: "text", text },
    severity: "warning",
    replacement: named
      ? { text: named, isCertain: true }
      : slug === undefined
        ? undefined
        : { text: quote(slug), isCertain: false },
  };
}

/** The slug that a stack of that name gets; how modules get theirs depends on more. */
function slugFor(thing: Fact["thing"], name: string): string | undefined {
  const found = thing === "stack" ? slugOf(name) : undefined;
  return found?.kind === "known" ? found.slug : undefined;
}

/** A reference to the one stack or module of that name. */
function namedLike({ module, evaluate }: ModuleView, thing: Fact["thing"], text: string): string | undefined {
  const named = declarationsOfType(module, "resource", `spacelift_${thing}`).filter(({ block, file }) => {
    const name = attributeOf(block, "name");
    return name && !repetitionOf(block) && asKnownString(evaluate(name.value, file)) === text;
  });
  const [only, ...others] = named;
  return only && others.length === 0 ? `${only.address}.id` : undefined;
}

function tell({ setting, thing, location, found, severity, replacement }: Fact): Report {
  const where = setting.attribute.name.name;
  if (severity === "hint") {
    return {
      location,
      severity,
      message: `This is the ${thing}'s name, and ${where} takes its slug: the same until you rename the ${thing}. Use .id.`,
    };
  }
  const lost = `so Spacelift will not find the ${thing}`;
  const message =
    found.kind === "name"
      ? `This is the ${thing}'s name, and ${where} takes its slug, ${lost}. Use .id.`
      : `"${shortened(found.text)}" cannot be a ${thing}'s slug, ${lost}. ${advice(replacement)}`;
  return { location, severity, message };
}

function advice(replacement: Fact["replacement"]): string {
  if (!replacement) return "Its slug is at the end of its address in Spacelift.";
  return replacement.isCertain ? `Use ${replacement.text}.` : `Most likely it is ${replacement.text}.`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
