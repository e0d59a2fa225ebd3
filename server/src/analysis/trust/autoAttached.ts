/**
 * The stacks and modules that an integration attaches itself to, by the labels that they have, as far as the workspace
 * makes them. https://docs.spacelift.io/integrations/cloud-providers/aws#auto-attach-integrations
 */
import type { Location } from "../../base/location.ts";
import { autoattachTarget } from "../../spacelift/labels.ts";
import { attributeIn } from "../../terraform/overrides.ts";
import { declarationsOfType, type BlockDeclaration } from "../../terraform/module.ts";
import { sameNames } from "../../terraform/renameSymbols.ts";
import { instancesOf } from "../../terraform/repetition.ts";
import { textOf } from "../../base/span.ts";
import { asKnownString, type Value } from "../../terraform/value.ts";
import { isIntact } from "../damage.ts";
import { labelsIn } from "../labels.ts";
import { headerOf, inFile, type ModuleView } from "../moduleView.ts";
import { valueInInstance } from "./blockValue.ts";
import { modulesAround, type ModuleAround } from "./elsewhere.ts";
import { spaceKey, spacesReached } from "./spaces.ts";
import { settingIn, type Subject } from "./subjects.ts";

/** A stack or module that has labels. */
interface Labelled {
  readonly kind: "stack" | "module";
  /** The symbol that its ID is in its own module. */
  readonly id: string;
  readonly module: ModuleAround;
  readonly place: Location;
}

interface AutoAttached extends Labelled {
  /** False where it may be out of the integration's reach. */
  readonly certain: boolean;
}

export function autoAttachedTo(view: ModuleView, subject: Subject): readonly AutoAttached[] {
  const wanted = new Set(
    knownLabels(settingIn(view, subject, "labels")).flatMap((label) => autoattachTarget(label) ?? []),
  );
  if (wanted.size === 0) return [];
  const space = spaceKey({ view, back: sameNames, value: settingIn(view, subject, "space_id") });
  const provider = providerOf(view, subject.block.declaration);
  return labelledAround(view).flatMap((one) => {
    const isNamed = one.labels.some((label) => wanted.has(label));
    if (!isNamed && !wanted.has(everything)) return [];
    const inReach = space !== undefined && one.spaces.has(space) && one.provider === provider;
    return [{ ...one, certain: isNamed && inReach && one.intact }];
  });
}

/** Documented for contexts and policies; that integrations follow it is said only in general. */
const everything = "*";

interface Candidate extends Labelled {
  readonly labels: readonly string[];
  /** Those that it can take things from. */
  readonly spaces: ReadonlySet<string>;
  readonly provider: string | undefined;
  readonly intact: boolean;
}

const around = new WeakMap<ModuleView, readonly Candidate[]>();

/** Every stack and module of the workspace that may be made; with an unknown label is without one. */
function labelledAround(view: ModuleView): readonly Candidate[] {
  const known = around.get(view) ?? modulesAround(view).flatMap(labelledIn);
  around.set(view, known);
  return known;
}

function labelledIn(module: ModuleAround): readonly Candidate[] {
  const { view } = module;
  return (["stack", "module"] as const).flatMap((kind) =>
    declarationsOfType(view.module, "resource", `spacelift_${kind}`).flatMap((declaration) =>
      instancesOf(view, declaration).map((instance) => {
        const value = (name: string): Value | undefined => {
          const found = valueInInstance(view, declaration, instance, name);
          return found?.kind === "null" ? undefined : found;
        };
        return {
          kind,
          id: `${declaration.address}${instance.step}.id`,
          module,
          place: inFile(declaration, headerOf(declaration.block)),
          labels: knownLabels(value("labels")),
          spaces: spacesReached({ ...module, value: value("space_id") }),
          provider: providerOf(view, declaration),
          intact: isIntact(declaration),
        };
      }),
    ),
  );
}

function knownLabels(value: Value | undefined): readonly string[] {
  return labelsIn(value).elements.flatMap((label) => asKnownString(label) ?? []);
}

/** As it is written: another provider may be another Spacelift account. */
function providerOf({ module }: ModuleView, declaration: BlockDeclaration): string | undefined {
  const found = attributeIn(module, declaration, "provider");
  return found && textOf(found.file.syntax.text, found.attribute.value);
}
