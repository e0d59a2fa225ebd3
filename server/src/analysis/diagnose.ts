/**
 * Runs every rule over each instance of a module: severities from the settings, suppression comments honoured. A
 * finding may stand in a file of another module, where the value is written.
 */
import type { Location } from "../base/location.ts";
import { overlaps } from "../base/span.ts";
import type { SyntaxProblem } from "../hcl/ast.ts";
import { newEffort, within } from "../iam/effort.ts";
import { callsThatRead } from "../terraform/fileCalls.ts";
import { isJsonFile } from "../terraform/fileKinds.ts";
import type { ModuleFile } from "../terraform/module.ts";
import {
  anyFileOf,
  concernsSpacelift,
  configurationOf,
  textAt,
  type Snapshot,
} from "../workspace/snapshot.ts";
import { withoutCovered } from "./coveredFindings.ts";
import type { Finding, Fix } from "./finding.ts";
import { mergeFindings } from "./mergeFindings.ts";
import { viewsOf } from "./moduleView.ts";
import { rules } from "./rules/table.ts";
import { isSuppressed, placeOfComment } from "./suppression.ts";

const findings = new WeakMap<Snapshot, readonly Finding[]>();

/** All findings of the module, by position within each file. None where the module has nothing to do with Spacelift. */
export function diagnose(snapshot: Snapshot): readonly Finding[] {
  const known = findings.get(snapshot);
  if (known) return known;
  const found = concernsSpacelift(snapshot.module) ? within(newEffort(), () => run(snapshot)) : [];
  findings.set(snapshot, found);
  return found;
}

function run(snapshot: Snapshot): readonly Finding[] {
  const { module } = snapshot;
  const ofRules = mergeFindings(
    module,
    viewsOf(snapshot).map((view) => ({
      instance: view.instance,
      findings: rules.flatMap((rule) => rule.run(view)),
    })),
  );
  const ofSyntax = [...module.files, ...module.companions.variableFiles].flatMap((file) =>
    file.syntax.problems.map((problem) => syntaxFinding(file, problem)),
  );
  const all = [...ofSyntax.filter((finding) => !ofRules.some(isAbout(finding))), ...ofRules];
  return withoutCovered(all.flatMap((finding) => withSetting(finding, snapshot.settings.rules[finding.code])))
    .filter((finding) => {
      const places = [finding.location, ...placesOfCalls(snapshot, finding.location.uri)];
      return !places.some((place) => isSilenced(snapshot, finding.code, place));
    })
    .map((finding) => withCalls(snapshot, withMendableFixes(snapshot, finding)))
    .sort((a, b) => a.location.span.start - b.location.span.start);
}

/** A file that is read has no place for a comment, so that stands at the call; and that is where a person goes on from. */
function placesOfCalls(snapshot: Snapshot, uri: string): readonly Location[] {
  return callsThatRead(configurationOf(snapshot), uri).map(({ file, call: { node } }) => ({
    uri: file.uri,
    span: { start: node.start, end: node.end },
  }));
}

function withCalls(snapshot: Snapshot, finding: Finding): Finding {
  const calls = placesOfCalls(snapshot, finding.location.uri);
  if (calls.length === 0) return finding;
  const related = calls.map((location) => ({ location, message: "The file is read here." }));
  return { ...finding, related: [...finding.related, ...related] };
}

function isSilenced(snapshot: Snapshot, code: string, { uri, span }: Location): boolean {
  const text = textAt(snapshot, uri)?.text;
  if (text === undefined) return false;
  const syntax = anyFileOf(snapshot, uri)?.syntax;
  const places = [span.start, ...(syntax ? [placeOfComment(syntax, span.start)] : [])];
  return places.some((offset) => {
    const start = lineStartBefore(text, offset);
    return isSuppressed(code, lineFrom(text, start), lineFrom(text, lineStartBefore(text, start - 1)));
  });
}

/**
 * In modules fixes are written in the native syntax alone; a file that is read is text, whatever its name. One that
 * modules elsewhere read too stays as it is: who gets in there cannot be seen from here.
 */
function withMendableFixes(snapshot: Snapshot, finding: Finding): Finding {
  const isMendable = ({ edits }: Fix): boolean =>
    edits.every(({ uri }) =>
      anyFileOf(snapshot, uri)
        ? !isJsonFile(uri)
        : textAt(snapshot, uri) !== undefined && !snapshot.readElsewhere.has(uri),
    );
  return { ...finding, fixes: () => finding.fixes().filter(isMendable) };
}

/** A rule that knows more about a problem of the syntax stands in its place. */
function isAbout({ location }: Finding): (other: Finding) => boolean {
  return (other) =>
    other.code === "duplicate-attribute" &&
    other.location.uri === location.uri &&
    overlaps(other.location.span, location.span);
}

/** Where the line begins that holds the offset; one in front of the text is on no line. */
function lineStartBefore(text: string, offset: number): number {
  return offset <= 0 ? Math.max(offset, -1) : text.lastIndexOf("\n", offset - 1) + 1;
}

function lineFrom(text: string, start: number): string {
  if (start < 0) return "";
  const end = text.indexOf("\n", start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

function withSetting(finding: Finding, setting: string | undefined): readonly Finding[] {
  switch (setting) {
    case "off":
      return [];
    case "error":
    case "warning":
    case "information":
    case "hint":
      return [{ ...finding, severity: setting }];
    default:
      return [finding];
  }
}

function syntaxFinding(file: ModuleFile, problem: SyntaxProblem): Finding {
  const { uri } = file;
  const { insertion } = problem;
  return {
    code: "syntax",
    source: "hcl",
    severity: "error",
    location: { uri, span: { start: problem.start, end: problem.end } },
    message: `${problem.summary}. ${problem.detail}`,
    tag: undefined,
    related: [],
    fixes: () => (insertion ? [insertFix(uri, insertion)] : []),
  };
}

function insertFix(uri: string, { at, text }: { readonly at: number; readonly text: string }): Fix {
  const span = { start: at, end: at };
  return {
    title: `Insert ${text.trim()}`,
    edits: [{ uri, edits: [{ span, newText: text }] }],
    preferred: true,
  };
}
