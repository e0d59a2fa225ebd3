/** `role-arn-mismatch`: an ARN that almost names a role of the module, or one in a partition that cannot be. */
import type { Location } from "../../base/location.ts";
import { isPartition, partitionOfRegion } from "../../spacelift/regions.ts";
import { isSettable } from "../../spacelift/schema.ts";
import { attributeOf } from "../../terraform/block.ts";
import { declarationsOfType, type BlockDeclaration } from "../../terraform/module.ts";
import { asKnownString, knownText, type LiteralPart, type StringPart } from "../../terraform/value.ts";
import { replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { headerOf, inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { nameInArn } from "../nameInArn.ts";
import { originOf, settingOf, textOf, type Setting } from "../setting.ts";
import { signatureOf } from "../signature.ts";
import { isOfOneAccount } from "../trust/roleAccount.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly location: Location;
  /** What the fix replaces, where that is not what the finding points at. */
  readonly edit?: Location;
  readonly problem: NameProblem | PartitionProblem;
}

interface NameProblem {
  readonly kind: "path" | "case";
  readonly role: BlockDeclaration;
  readonly given: string;
  /** The role's own path or name. */
  readonly actual: string;
  /** What the fix writes; undefined where it cannot be put in. */
  readonly right: string | undefined;
}

interface PartitionProblem {
  readonly kind: "partition";
  readonly given: string;
  readonly right: string | undefined;
  readonly because: string;
}

export const roleArnMismatch = defineRule<Fact>({
  code: "role-arn-mismatch",
  severity: "warning",
  summary: "An ARN that names a role of this module with another path, case or partition.",
  find: (view) =>
    view.family.flatMap((block) =>
      block.schema.attributes
        .filter((schema) => schema.meaning === "roleArn" && isSettable(schema))
        .flatMap(({ name }) => settingOf(view, block, name) ?? [])
        .flatMap((setting) => [...wrongName(view, setting), ...wrongPartition(view, setting)]),
    ),
  tell,
  fix: ({ location, edit = location, problem }): readonly Fix[] =>
    problem.right === undefined
      ? []
      : [
          {
            title: `Change to ${problem.right}`,
            edits: [{ uri: edit.uri, edits: [replace(edit.span, problem.right)] }],
            preferred: true,
          },
        ],
});

/** Names are unique in an account whatever their case, so one that differs in case alone is the same role. */
function wrongName(view: ModuleView, setting: Setting): readonly Fact[] {
  if (setting.value.kind !== "string") return [];
  const { parts } = setting.value;
  const arn = nameInArn(parts);
  if (!arn || !isOfOneAccount(view, parts)) return [];
  const name = signatureOf(arn.name);
  const alike = knownRoles(view).get(name.toLowerCase()) ?? [];
  const sameName = alike.filter((role) => role.name === name);
  const given = knownText(arn.path);
  if (sameName.some(({ path }) => path === undefined || given === undefined || path === given)) return [];
  const [other] = sameName;
  if (other?.path !== undefined && given !== undefined)
    return [wrongPath(setting, parts, given, other.role, other.path)];
  return wrongCase(parts, alike, arn);
}

/** Points at the path, or at all that is written where the path is missing or stands elsewhere. */
function wrongPath(
  setting: Setting,
  parts: readonly StringPart[],
  given: string,
  role: BlockDeclaration,
  actual: string,
): Fact {
  const edit = placeOf(parts, (text) => text.indexOf(":role/") + 6, given.length - 1);
  const problem: NameProblem = { kind: "path", role, given, actual, right: actual.slice(1) };
  const whole = originOf(setting);
  if (!edit) return { location: whole, problem: { ...problem, right: undefined } };
  return { location: given === "/" ? whole : edit, edit, problem };
}

function wrongCase(
  parts: readonly StringPart[],
  roles: readonly KnownRole[],
  arn: ReturnType<typeof nameInArn>,
): readonly Fact[] {
  const given = arn && knownText(arn.name);
  if (given === undefined) return [];
  const alike = roles.find(({ name }) => name !== given);
  const place = placeOf(
    parts,
    (text) => (text.endsWith(given) ? text.length - given.length : -1),
    given.length,
  );
  if (!alike || !place) return [];
  return [
    {
      location: place,
      problem: { kind: "case", role: alike.role, given, actual: alike.name, right: alike.name },
    },
  ];
}

interface KnownRole {
  readonly role: BlockDeclaration;
  readonly name: string;
  /** Undefined where it is not known. */
  readonly path: string | undefined;
}

const byName = new WeakMap<ModuleView, ReadonlyMap<string, readonly KnownRole[]>>();

/** The roles of the module by their name in lower case. */
function knownRoles(view: ModuleView): ReadonlyMap<string, readonly KnownRole[]> {
  const known = byName.get(view);
  if (known) return known;
  const declared = declarationsOfType(view.module, "resource", "aws_iam_role");
  const roles = declared.flatMap((role) => knownRole(view, role));
  const found = new Map<string, KnownRole[]>();
  for (const role of roles) {
    const name = role.name.toLowerCase();
    found.set(name, [...(found.get(name) ?? []), role]);
  }
  byName.set(view, found);
  return found;
}

function knownRole(view: ModuleView, role: BlockDeclaration): readonly KnownRole[] {
  const attribute = attributeOf(role.block, "name");
  const value = attribute && view.evaluate(attribute.value, role.file);
  if (value?.kind !== "string" || value.parts.some(({ kind }) => kind === "unknown")) return [];
  const path = attributeOf(role.block, "path");
  const known = path ? asKnownString(view.evaluate(path.value, role.file)) : "/";
  return [{ role, name: signatureOf(value.parts), path: known }];
}

/** Where a stretch of the part with `:role/` is written, if it is in that part and stands there as it is. */
function placeOf(
  parts: readonly StringPart[],
  startIn: (text: string) => number,
  length: number,
): Location | undefined {
  const part = parts.find(
    (item): item is LiteralPart => item.kind === "literal" && isAsWritten(item) && contains(item),
  );
  if (!part?.origin) return undefined;
  const offset = startIn(part.text);
  if (offset < 0 || offset + length > part.text.length) return undefined;
  const start = part.origin.span.start + offset;
  return { uri: part.origin.uri, span: { start, end: start + length } };
}

function isAsWritten({ text, origin }: LiteralPart): boolean {
  return origin !== undefined && origin.span.end - origin.span.start === text.length;
}

function contains({ text }: LiteralPart): boolean {
  return text.includes(":role/");
}

/** The partition is known to be wrong where AWS has none of that name, or where the region is in another one. */
function wrongPartition(view: ModuleView, setting: Setting): readonly Fact[] {
  const [first] = setting.value.kind === "string" ? setting.value.parts : [];
  if (first?.kind !== "literal" || !isAsWritten(first) || !first.origin) return [];
  const given = /^arn:(aws[a-z-]*):iam:/.exec(first.text)?.[1];
  if (given === undefined) return [];
  const start = first.origin.span.start + "arn:".length;
  const location = { uri: first.origin.uri, span: { start, end: start + given.length } };
  const problem = partitionProblem(view, setting.block, given);
  return problem ? [{ location, problem }] : [];
}

function partitionProblem(view: ModuleView, block: FamilyBlock, given: string): PartitionProblem | undefined {
  if (!isPartition(given)) {
    return { kind: "partition", given, right: undefined, because: "AWS has no partition of that name" };
  }
  const setting = settingOf(view, block, "region");
  const region = setting && textOf(setting);
  const right = region === undefined ? undefined : partitionOfRegion(region);
  if (right !== undefined && right !== given) {
    return { kind: "partition", given, right, because: `the region ${region ?? ""} belongs to ${right}` };
  }
  const { instance } = view.settings;
  if ((instance === "spacelift.io" || instance === "us.spacelift.io") && given !== "aws") {
    return { kind: "partition", given, right: "aws", because: `${instance} works from the partition aws` };
  }
  return undefined;
}

function tell({ location, problem }: Fact): Report {
  if (problem.kind === "partition") {
    return {
      location,
      message:
        `This ARN is in the partition ${problem.given}, but ${problem.because}, so Spacelift cannot assume the role. ` +
        "Correct the partition.",
    };
  }
  const { kind, role, given, actual } = problem;
  const difference =
    kind === "path"
      ? `the role's path is ${actual}, and this ARN has ${given}`
      : `the role is called ${actual}, and AWS minds the letter case`;
  return {
    location,
    message: `This ARN names ${role.address}, but ${difference}, so Spacelift cannot assume it. Use the role's exact ARN.`,
    related: [{ location: inFile(role, headerOf(role.block)), message: "The role of that name." }],
  };
}
