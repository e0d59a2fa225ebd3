/** Whether Spacelift gets in, session by session, as markdown for hovers over an integration and its `role_arn`. */
import type { Block } from "../hcl/ast.ts";
import { touches, type Span } from "../base/span.ts";
import type { Outcome } from "../iam/explanation.ts";
import { knownText } from "../iam/symbolic.ts";
import { instanceOfAccount } from "../spacelift/instances.ts";
import { verdictsOf, type RoleVerdict } from "../analysis/trust/judge.ts";
import type { SessionVerdict } from "../analysis/trust/sessionJudge.ts";
import type { ModuleView } from "../analysis/moduleView.ts";
import { sessionInFull } from "../analysis/trust/sessionWords.ts";
import { attributeOf } from "../terraform/block.ts";
import { nameOf } from "../workspace/uris.ts";
import { spanOf, type Hover, type HoverContext } from "./hover/context.ts";
import { inlineCode } from "./hover/describeValue.ts";
import { whyRefused } from "./trustVerdict/whyRefused.ts";
import { nothingAssumes, whyUnknown } from "./trustVerdict/whyUnknown.ts";

/**
 * The verdict where the place is an integration's type or name, or its `role_arn`. There it says nothing where the
 * module has no such role: what the ARN says is all there is.
 */
export function trustVerdictAt({ view, file, path, offset }: HoverContext): Hover | undefined {
  const block = path.find((node): node is Block => node.kind === "Block");
  const under = block && placeIn(block, offset);
  const verdicts = verdictsOf(view).filter(
    ({ subject }) => subject.block.block === block && subject.block.file.uri === file.uri,
  );
  if (!under || !verdicts.some(({ role }) => under.isHeader || role.kind === "judged" || !role.noRole))
    return undefined;
  return { span: spanOf(under.node), markdown: describeVerdicts(view, verdicts) };
}

function placeIn(
  block: Block,
  offset: number,
): { readonly node: Span; readonly isHeader: boolean } | undefined {
  const header = [block.type, ...block.labels].find((node) => touches(node, offset));
  if (header) return { node: header, isHeader: true };
  const roleArn = attributeOf(block, "role_arn");
  return roleArn && touches(roleArn, offset) ? { node: roleArn, isHeader: false } : undefined;
}

const mostLines = 12;

function describeVerdicts(view: ModuleView, verdicts: readonly RoleVerdict[]): string {
  const several = verdicts.length > 1;
  const lines = verdicts.flatMap((verdict) => linesOf(verdict, several));
  return [titleOf(verdicts), "", ...mostTelling(lines), ...noteOf(view, verdicts)].join("\n");
}

interface Line {
  readonly outcome: Outcome;
  readonly text: string;
}

/** All in their order where they are few; or else what keeps Spacelift out first, and of the rest how many. */
function mostTelling(lines: readonly Line[]): readonly string[] {
  if (lines.length <= mostLines) return lines.map(({ text }) => text);
  const sorted = outcomes.flatMap((outcome) => lines.filter((line) => line.outcome === outcome));
  const rest = sorted.slice(mostLines);
  const counts = outcomes.flatMap((outcome) => {
    const count = rest.filter((line) => line.outcome === outcome).length;
    return count > 0 ? [`${count} ${inWords[outcome]}`] : [];
  });
  return [...sorted.slice(0, mostLines).map(({ text }) => text), `- … and ${counts.join(", ")}`];
}

const outcomes = ["refused", "unknown", "allowed"] as const;
const inWords = { refused: "more refused", unknown: "more that nobody can tell", allowed: "more allowed" };

function titleOf([first, ...others]: readonly RoleVerdict[]): string {
  if (first?.role.kind !== "judged" || others.length > 0) return "**Does Spacelift get in?**";
  const { policy, facts } = first.role;
  const { address, file } = policy.role.declaration;
  const where = facts.length > 0 ? ", where `role_arn` names that role" : "";
  return `**Does Spacelift get in?** By the trust policy of ${inlineCode(address)} in ${inlineCode(nameOf(file.uri))}${where}:`;
}

function linesOf({ role, sessions, subject }: RoleVerdict, several: boolean): readonly Line[] {
  const prefix = several ? `${inlineCode(subject.address)}: ` : "";
  const open = (reason: string): readonly Line[] => [
    { outcome: "unknown", text: `- ${prefix}cannot tell: ${reason}` },
  ];
  if (role.kind === "unjudged") return open(role.reason);
  if (sessions.length === 0) return open(nothingAssumes);
  return sessions.map((session) => {
    const what = `${prefix}${sessionInFull(session.session)}${doubtOf(session)}`;
    const { outcome } = session;
    switch (outcome) {
      case "allowed":
        return { outcome, text: `- ✓ ${what}: allowed` };
      case "refused":
        return { outcome, text: `- ✗ ${what}: **refused**, ${whyRefused(role.policy, session)}` };
      case "unknown":
        return { outcome, text: `- ? ${what}: ${whyUnknown(session)}` };
    }
  });
}

/** A session that may also not be opened. */
function doubtOf({ session, outcome }: SessionVerdict): string {
  return outcome === "allowed" || session.expected ? "" : ", if it comes to that";
}

/** What was taken for granted. */
function noteOf(view: ModuleView, verdicts: readonly RoleVerdict[]): readonly string[] {
  const judged = verdicts.flatMap(({ role, assumer }) =>
    role.kind === "judged" && assumer === "spacelift" ? [role.policy.names] : [],
  );
  const [names] = judged;
  const account = names && !names.configured ? knownText(names.awsAccount) : undefined;
  const instance = account === undefined ? undefined : instanceOfAccount(account);
  const worker = verdicts.some(({ assumer }) => assumer === "worker");
  return [
    ...(instance
      ? ["", `Taken for granted: your account is on ${instance.name}, whose AWS account the policy names.`]
      : []),
    ...(worker
      ? ["", "Your private worker assumes the role, and which AWS account it is in is not known here."]
      : []),
    ...(view.settings.accountName === "" && verdicts.some(dependsOnAccount)
      ? ["", "Set `spaceliftAws.accountName` to your Spacelift account's name to know for certain."]
      : []),
  ];
}

function dependsOnAccount({ sessions }: RoleVerdict): boolean {
  return sessions.some(({ allowedFor }) => allowedFor !== undefined);
}
