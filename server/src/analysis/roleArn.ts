/** What a role's ARN looks like, and how much of it a partly known string still allows. */
import type { StringPart } from "../terraform/value.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const roleArn = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/([\x21-\x7e]*\/)?[\w+=,.@-]{1,64}$/;

export function isRoleArn(text: string): boolean {
  return roleArn.test(text);
}

/** The fields in order: what each must be, and what a beginning of it may be. */
const fields: readonly (readonly [whole: RegExp, beginning: RegExp])[] = [
  [/^arn$/, /^(a(rn?)?)?$/],
  [/^aws(-[a-z]+)*$/, /^(a(ws?)?|aws-[a-z-]*)?$/],
  [/^iam$/, /^(i(am?)?)?$/],
  [/^$/, /^$/],
  [/^\d{12}$/, /^\d{0,12}$/],
  [/^role\/.+$/, /^(r(o(le?)?)?|role\/[\x21-\x7e]*)?$/],
];

/** True when a role's ARN may begin with the text. */
export function mayBeginRoleArn(text: string): boolean {
  const given = text.split(":");
  return given.every((field, index) => {
    const [whole, beginning] = fields[index] ?? [];
    const last = index === given.length - 1;
    return last ? beginning?.test(field) : whole?.test(field);
  });
}

/** The text up to the first part that could be anything; symbols whose form is known stand as examples. */
export function knownBeginning(parts: readonly StringPart[]): {
  readonly text: string;
  readonly whole: boolean;
} {
  let text = "";
  for (const part of parts) {
    const known =
      part.kind === "literal" ? part.text : part.kind === "symbol" ? exampleOf(part.symbol.id) : undefined;
    if (known === undefined) return { text, whole: false };
    text += known;
  }
  return { text, whole: true };
}

/** A text of the same form, for symbols whose form is certain. */
function exampleOf(id: string): string | undefined {
  if (/^data\.(aws_caller_identity(\..+)?\.account_id|spacelift_account(\..+)?\.aws_account_id)$/.test(id)) {
    return "123456789012";
  }
  if (/^data\.aws_partition(\..+)?\.partition$/.test(id)) return "aws";
  return /^aws_iam_role\.[^.]+\.name$/.test(id) ? "name" : undefined;
}

/** What the text is instead of a role's ARN, in words. */
export function describeOther(text: string): string {
  const match = /^(?:arn:)?aws[a-z-]*:(iam|sts):[^:]*:([^:]*):([a-z-]+)\//.exec(text);
  const [, service, account, kind] = match ?? [];
  if (service === "sts" && kind === "assumed-role") return "the ARN of a session (assumed-role)";
  if (service === "iam" && kind !== undefined && kind !== "role")
    return `the ARN of ${/^[aeio]/.test(kind) ? "an" : "a"} ${kind}`;
  if (service === "iam" && account !== undefined && text.startsWith("arn:") && !/^\d{12}$/.test(account)) {
    return account === ""
      ? "an ARN without an account ID"
      : "an ARN whose account ID does not have 12 digits";
  }
  if (/^aws[a-z-]*:/.test(text)) return 'an ARN without "arn:" at its beginning';
  return text.includes(":") ? "no ARN of an IAM role" : "a name, not an ARN";
}

/** The ARN that was meant, where that can be derived from the text alone. */
export function repairedRoleArn(text: string): string | undefined {
  const trimmed = text.trim();
  const candidates = [
    trimmed,
    `arn:${trimmed}`,
    trimmed.replace(/^arn:(aws[a-z-]*):iam:(\d{12}):/, "arn:$1:iam::$2:"),
    trimmed.replace(/^arn:(aws[a-z-]*):iam:[a-z0-9-]*:(\d{12}):/, "arn:$1:iam::$2:"),
    trimmed.replace(/^arn:(aws[a-z-]*):iam::(\d{12}):(?:roles|Role|ROLE)\//, "arn:$1:iam::$2:role/"),
    trimmed.replace(/^arn:(aws[a-z-]*):iam::(\d{12}):role:/, "arn:$1:iam::$2:role/"),
    trimmed.replace(/^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([^/]+)\/.*$/, "arn:$1:iam::$2:role/$3"),
    trimmed.replace(/^arn:(aws[a-z-]*):iam::(\d{12}):role\/\//, "arn:$1:iam::$2:role/"),
  ];
  return candidates.find((candidate) => candidate !== text && isRoleArn(candidate));
}
