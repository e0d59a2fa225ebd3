/** `stack-name-as-id`: the name of a stack or module where its slug belongs. */
import type { Location } from "../../base/location.ts";
import { isSettable } from "../../spacelift/schema.ts";
import type { Expression } from "../../hcl/ast.ts";
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
  /** The expression that belongs here, where we know it. */
  readonly replacement: string | undefined;
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
            title: `Change to ${replacement}`,
            edits: [{ uri: location.uri, edits: [replace(location.span, replacement)] }],
            preferred: true,
          },
        ],
});

/** The slug of a stack that is called like a slug is the same today, so that works until one of them changes. */
const slug = /^[a-z0-9_-]+$/;

function byReference(view: ModuleView, setting: Setting, thing: Fact["thing"]): Fact | undefined {
  const read = nameRead(view, setting.attribute.value, setting.block.file, thing);
  if (!read) return undefined;
  const name = textOf(setting);
  const works = thing === "stack" && name !== undefined && slug.test(name);
  return {
    setting,
    thing,
    location: inFile(read, read.step.span),
    found: { kind: "name" },
    severity: works ? "hint" : "warning",
    replacement: "id",
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
  if (text === undefined || text === "" || slug.test(text)) return undefined;
  return {
    setting,
    thing,
    location: originOf(setting),
    found: { kind: "text", text },
    severity: "warning",
    replacement: namedLike(view, thing, text),
  };
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

function tell({ setting, thing, location, found, severity }: Fact): Report {
  const where = setting.attribute.name.name;
  if (severity === "hint") {
    return {
      location,
      severity,
      message: `${where} wants the ${thing}'s slug, and this is its name: the same today, but renaming changes only the name. Use .id.`,
    };
  }
  const wrong = found.kind === "name" ? `this is the ${thing}'s name` : `"${found.text}" cannot be one`;
  return {
    location,
    severity,
    message:
      `${where} wants the ${thing}'s slug, and ${wrong}, so Spacelift will not find the ${thing}. ` +
      `Use the id of the ${thing}, such as spacelift_${thing}.${thing === "stack" ? "app" : "network"}.id.`,
  };
}
