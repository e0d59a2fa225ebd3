/** What makes Spacelift assume a role: integrations, and the older resources that give one stack a role. */
import { asKnownBool, type Value } from "../../terraform/value.ts";
import { alternativesOf } from "../../terraform/alternatives.ts";
import { answerTo, type Fact } from "../../terraform/facts.ts";
import { boolType } from "../../terraform/type.ts";
import { convert } from "../../terraform/convert.ts";
import { attributeNamed } from "../../spacelift/schema.ts";
import type { FamilyBlock, ModuleView } from "../moduleView.ts";
import { valueInInstance } from "./blockValue.ts";
import { instancesOf, type Instance } from "../../terraform/repetition.ts";

/** One instance of an integration or of an older role resource. */
export interface Subject {
  readonly block: FamilyBlock;
  readonly instance: Instance;
  /** With the instance. */
  readonly address: string;
  readonly kind: "integration" | "legacy";
}

const legacyTypes: ReadonlySet<string> = new Set(["spacelift_aws_role", "spacelift_stack_aws_role"]);

export function subjectsOf(view: ModuleView): readonly Subject[] {
  return view.family.flatMap((block) => {
    const { mode, type } = block.schema;
    const isIntegration = type === "spacelift_aws_integration";
    if (mode !== "resource" || (!isIntegration && !legacyTypes.has(type))) return [];
    return instancesOf(view, block.declaration).map((instance) => ({
      block,
      instance,
      address: block.declaration.address + instance.step,
      kind: isIntegration ? ("integration" as const) : ("legacy" as const),
    }));
  });
}

/** The value of an attribute; undefined where it is absent or `null`. */
export function settingIn(
  view: ModuleView,
  { block, instance }: Pick<Subject, "block" | "instance">,
  name: string,
): Value | undefined {
  const value = valueInInstance(view, block.declaration, instance, name);
  return value?.kind === "null" ? undefined : value;
}

/** Whether a flag is on where these facts hold; the provider's default where it is absent. */
export function flagIn(
  view: ModuleView,
  subject: Pick<Subject, "block" | "instance">,
  name: string,
  known: readonly Fact[] = subject.instance.facts,
): boolean | "unknown" {
  const value = settingIn(view, subject, name);
  const byDefault = attributeNamed(subject.block.schema, name)?.default === true;
  if (!value) return byDefault;
  const [first, ...others] = alternativesOf(value, known).map(({ value: one, facts }) => {
    if (one.kind === "null") return byDefault;
    const flag = convert(one, boolType);
    return asKnownBool(flag) ?? answerTo(flag, [...known, ...facts]);
  });
  return first !== undefined && others.every((other) => other === first) ? first : "unknown";
}
