/** Things with names, each with the module that it is declared in. */
import { assertNever } from "../../base/assertNever.ts";
import { declarationOf, type Module } from "../../terraform/module.ts";
import { binderName } from "../../terraform/traversals.ts";
import type { DeclaredSubject, LocalSubject } from "./mention.ts";

export type PlacedSubject = HomedSubject | (LocalSubject & { readonly home: Module });

export interface HomedSubject extends DeclaredSubject {
  readonly home: Module;
}

export function isSameSubject(a: PlacedSubject, b: PlacedSubject): boolean {
  switch (a.kind) {
    case "declared":
      return b.kind === a.kind && a.address === b.address && a.home === b.home;
    case "bound":
      return b.kind === a.kind && a.binder === b.binder;
    case "repetition":
      return b.kind === a.kind && a.attribute === b.attribute;
    default:
      return assertNever(a);
  }
}

/** True for variables and outputs. */
export function isSeenByCallers(subject: PlacedSubject): boolean {
  return subject.kind === "declared" && /^(?:var|output)\./.test(subject.address);
}

/** The name that a rename changes; that of `each` and `count` is the attribute's. */
export function subjectName(subject: PlacedSubject): string {
  switch (subject.kind) {
    case "declared": {
      const { home, address } = subject;
      return declarationOf(home, address)?.name ?? address.slice(address.lastIndexOf(".") + 1);
    }
    case "bound":
      return binderName(subject.binder);
    case "repetition":
      return subject.attribute.name.name;
    default:
      return assertNever(subject);
  }
}
