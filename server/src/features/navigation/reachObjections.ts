/** Why a rename could miss a place that names the thing, so that it must not be done; as sentences for the user. */
import { textOf } from "../../base/span.ts";
import { literalString } from "../../hcl/literal.ts";
import { attributeOf } from "../../terraform/block.ts";
import { localCalls, resolveSource } from "../../terraform/configuration.ts";
import { isJsonFile } from "../../terraform/fileKinds.ts";
import type { Module } from "../../terraform/module.ts";
import { moduleReferences } from "../../terraform/moduleReferences.ts";
import { repetitionIn } from "../../terraform/overrides.ts";
import type { Reference } from "../../terraform/references.ts";
import { mostModules } from "../../workspace/gather.ts";
import { configurationOf, type Snapshot } from "../../workspace/snapshot.ts";
import { nameOf } from "../../workspace/uris.ts";
import { outputStep } from "./calls.ts";
import { mentionsIn } from "./mentions.ts";
import { filesNaming, mentionsOf, modulesNaming } from "./place.ts";
import { isSeenByCallers, subjectName, type PlacedSubject } from "./subjects.ts";

/** Undefined where every place is known and can be changed. */
export function reachObjection(snapshot: Snapshot, subject: PlacedSubject): string | undefined {
  const modules = modulesNaming(snapshot, subject);
  return (
    callersObjection(snapshot, subject) ??
    firstOf(modules, unreadObjection) ??
    firstOf(modules, (module) => wholeUseObjection(module, subject)) ??
    spellingObjection(snapshot, subject)
  );
}

function callersObjection(snapshot: Snapshot, subject: PlacedSubject): string | undefined {
  if (!isSeenByCallers(subject)) return undefined;
  const { modules } = configurationOf(snapshot);
  if (subject.home !== snapshot.module) {
    return `Not every call of ${nameOf(subject.home.uri)} is known from here: rename this where it is declared.`;
  }
  if (modules.size >= mostModules) {
    return `More than ${mostModules} folders have to do with this one, so that a call of it could be missed.`;
  }
  return firstOf([...modules.values()], (module) => openCallObjection(module, subject));
}

/** For a call that may lead to the subject's module although nobody can tell, and that names something like it. */
function openCallObjection(module: Module, subject: PlacedSubject): string | undefined {
  const known = new Set(localCalls(module).map(({ name }) => name));
  return firstOf(module.files, (file) =>
    firstOf(mentionsIn(module, file), ({ subject: named }) => {
      if (named.kind !== "called" || subject.kind !== "declared") return undefined;
      if (named.address !== subject.address || known.has(named.call)) return undefined;
      return mayCall(module, named.call, subject.home)
        ? `\`module.${named.call}\` in ${nameOf(file.uri)} names this too, and may or may not call this folder.`
        : undefined;
    }),
  );
}

/** Where `source` is put together, or where several blocks have the name. */
function mayCall(module: Module, call: string, home: Module): boolean {
  return (module.byAddress.get(`module.${call}`) ?? []).some((declaration) => {
    const source = declaration.kind === "module" ? attributeOf(declaration.block, "source") : undefined;
    const path = source && literalString(source.value);
    return source !== undefined && (path === undefined || resolveSource(module.uri, path) === home.uri);
  });
}

function unreadObjection(module: Module): string | undefined {
  if (!module.complete) {
    return `A file in ${nameOf(module.uri)} could not be read, so that a use of this could be missed.`;
  }
  const broken = filesNaming(module).find(({ uri, syntax }) => isJsonFile(uri) && syntax.problems.length > 0);
  return broken && `${nameOf(broken.uri)} has a syntax error, so that a use of this could be missed.`;
}

/** Outputs that go on with all others of their call are read where no address names them. */
function wholeUseObjection(module: Module, subject: PlacedSubject): string | undefined {
  if (subject.kind !== "declared" || !subject.address.startsWith("output.")) return undefined;
  const calls = localCalls(module).filter(({ target }) => target === subject.home.uri);
  const whole = moduleReferences(module).find(({ reference, inDependsOn }) =>
    calls.some(
      ({ declaration }) =>
        !inDependsOn &&
        reference.address === declaration.address &&
        isReadWhole(reference, repetitionIn(module, declaration) !== undefined),
    ),
  );
  return (
    whole &&
    `\`${whole.reference.address}\` is read as a whole in ${nameOf(whole.file.uri)}, where this rename could not follow.`
  );
}

function isReadWhole(reference: Reference, isRepeated: boolean): boolean {
  const step = outputStep(reference);
  return step === undefined || (isRepeated && step.index === 0);
}

/** Only JSON can write a letter of a name in another way. */
function spellingObjection(snapshot: Snapshot, subject: PlacedSubject): string | undefined {
  const name = subjectName(subject);
  const other = mentionsOf(snapshot, subject).find(
    ({ isName, file, nameSpan }) => isName && textOf(file.syntax.text, nameSpan) !== name,
  );
  return other && `\`${name}\` is written with escapes in ${nameOf(other.file.uri)}: write it plainly first.`;
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
