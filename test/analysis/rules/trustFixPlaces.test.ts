/**
 * Fixes of trust policies change what is wrong where it comes from: in a local, in the default of a variable, in a file
 * of values, in another file of the module, in the module that makes the role; whatever form the policy has.
 */
import { describe, expect, it } from "vitest";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { applyEdits } from "../../../server/src/base/textEdit.ts";
import { objectionToFix } from "../../../server/src/features/verifyEdits.ts";
import { findingsOf } from "../../kit/checkRule.ts";
import type { FixtureFile } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";
import { shapes, type PolicyText } from "./trustPolicyShapes.ts";

const options = { settings: { accountName: "acme", instance: "spacelift.io" } };

interface Mistake {
  readonly code: string;
  readonly principal: string;
  readonly operator: string;
  readonly id: string;
  /** The part that is wrong, and what it has to become. */
  readonly wrong: "principal" | "id" | "operator";
  readonly right: string;
}

const right = { principal: "324880187172", operator: "StringLike", id: "acme@*" };
const mistakes: readonly Mistake[] = [
  {
    ...right,
    code: "trust-principal-mismatch",
    principal: "577638371743",
    wrong: "principal",
    right: right.principal,
  },
  { ...right, code: "trust-external-id-mismatch", id: "other@*", wrong: "id", right: right.id },
  { ...right, code: "trust-external-id-too-broad", id: "acme*", wrong: "id", right: right.id },
  {
    ...right,
    code: "trust-wildcard-in-string-equals",
    operator: "StringEquals",
    wrong: "operator",
    right: right.operator,
  },
];

type Texts = Readonly<Record<string, string>>;

/** The files for a policy, with the part that is wrong in the place. Undefined where it cannot stand there. */
type Place = (mistake: Mistake, write: (mistake: Mistake) => PolicyText | undefined) => Texts | undefined;

const integration = (roleArn: string): string => `resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = ${roleArn}
}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
  depends_on     = [${roleArn.startsWith("module") ? "module.role" : "aws_iam_role.spacelift"}]
}
`;
const here = integration('"arn:aws:iam::123456789012:role/spacelift"');

const role = (policy: string, rest: string): string => `resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = ${policy}
}
${rest}`;

/** The policy with a reference in the place of the wrong part. */
function referring(mistake: Mistake, reference: string, write: Parameters<Place>[1]): PolicyText | undefined {
  return mistake.wrong === "operator"
    ? undefined
    : write({ ...mistake, [mistake.wrong]: `\${${reference}}` });
}

const places: Readonly<Record<string, Place>> = {
  "another file": (mistake, write) => {
    const text = write(mistake);
    return text && { "main.tf": here, "iam.tf": role(text.policy, text.rest) };
  },
  "a local that is the policy": (mistake, write) => {
    const text = write(mistake);
    return (
      text && {
        "main.tf": here + role("local.trust", text.rest),
        "locals.tf": `locals {\n  trust = ${text.policy}\n}\n`,
      }
    );
  },
  "a local that is the value": (mistake, write) => {
    const text = referring(mistake, "local.value", write);
    return (
      text && {
        "main.tf": here + role(text.policy, text.rest),
        "locals.tf": `locals {\n  value = "${mistake[mistake.wrong]}"\n}\n`,
      }
    );
  },
  "a default": (mistake, write) => {
    const text = referring(mistake, "var.value", write);
    return (
      text && {
        "main.tf": `${integration("module.role.arn")}\nmodule "role" {\n  source = "./role"\n}\n`,
        "role/main.tf": `variable "value" {\n  default = "${mistake[mistake.wrong]}"\n}\n\n${role(text.policy, text.rest)}\noutput "arn" {\n  value = aws_iam_role.spacelift.arn\n}\n`,
      }
    );
  },
  "a file of values": (mistake, write) => {
    const text = referring(mistake, "var.value", write);
    return (
      text && {
        "main.tf": here + role(text.policy, text.rest),
        "variables.tf": 'variable "value" {\n  type = string\n}\n',
        "terraform.tfvars": `value = "${mistake[mistake.wrong]}"\n`,
      }
    );
  },
  "the module that makes the role": (mistake, write) => {
    const text = write(mistake);
    return (
      text && {
        "main.tf": `${integration("module.role.arn")}\nmodule "role" {\n  source = "./role"\n}\n`,
        "role/main.tf": `${role(text.policy, text.rest)}\noutput "arn" {\n  value = aws_iam_role.spacelift.arn\n}\n`,
      }
    );
  },
  "what is handed to the module that makes the role": (mistake, write) => {
    const text = referring(mistake, "var.value", write);
    return (
      text && {
        "main.tf": `${integration("module.role.arn")}\nmodule "role" {\n  source = "./role"\n  value  = "${mistake[mistake.wrong]}"\n}\n`,
        "role/main.tf": `variable "value" {}\n\n${role(text.policy, text.rest)}\noutput "arn" {\n  value = aws_iam_role.spacelift.arn\n}\n`,
      }
    );
  },
  "the policy that is handed to the module that makes the role": (mistake, write) => {
    const text = write(mistake);
    return (
      text && {
        "main.tf": `${integration("module.role.arn")}\nmodule "role" {\n  source = "./role"\n  trust = ${text.policy}\n}\n${text.rest}`,
        "role/main.tf": `variable "trust" {}\n\n${role("var.trust", "")}\noutput "arn" {\n  value = aws_iam_role.spacelift.arn\n}\n`,
      }
    );
  },
};

const quoted = (policy: string): string =>
  `"${policy
    .replace(/^<<-?\w+\n\s*/, "")
    .replace(/\n\s*\w+$/, "")
    .replaceAll(/\n\s*/g, "")
    .replaceAll('"', '\\"')}"`;

const forms: readonly (readonly [string, (mistake: Mistake) => PolicyText | undefined])[] = [
  ...Object.entries(shapes).map(
    ([name, shape]) =>
      [
        name,
        ({ principal, operator, id }: Mistake) =>
          shape([{ principal, actions: ["sts:AssumeRole"], conditions: [[operator, "sts:ExternalId", id]] }]),
      ] as const,
  ),
  [
    "quoted JSON",
    (mistake) => {
      const { principal, operator, id } = mistake;
      const text = shapes["a heredoc"]?.([
        { principal, actions: ["sts:AssumeRole"], conditions: [[operator, "sts:ExternalId", id]] },
      ]);
      // There an ID is mended where it comes from elsewhere; otherwise the policy is generated anew.
      const isElsewhere = mistake.wrong !== "id" || id.startsWith("${");
      return text && isElsewhere ? { ...text, policy: quoted(text.policy) } : undefined;
    },
  ],
];

const cases = Object.entries(places).flatMap(([place, make]) =>
  forms.flatMap(([form, write]) =>
    mistakes.flatMap((mistake) => {
      const texts = make(mistake, write);
      return texts ? [[`${mistake.code} in ${place}, ${form}`, { mistake, texts }] as const] : [];
    }),
  ),
);

function filesOf(texts: Texts): readonly FixtureFile[] {
  return Object.entries(texts).map(([path, text]) => ({ uri: `file:///module/${path}`, text, expected: [] }));
}

function outcomesOf(files: readonly FixtureFile[]): readonly string[] {
  return verdictsOf(viewOf(snapshotOf(files, options))).flatMap(({ role: judged, sessions }) =>
    judged.kind === "unjudged" ? [judged.reason] : sessions.map(({ outcome }) => outcome),
  );
}

describe("the first fix changes what is wrong where it comes from", () => {
  it.each(cases)("%s", (_name, { mistake, texts }) => {
    const files = filesOf(texts);
    const [fix] = findingsOf(files, mistake.code, options).flatMap((finding) => finding.fixes());
    expect(
      fix,
      findingsOf(files, undefined, options)
        .map(({ code }) => code)
        .join(),
    ).toBeDefined();
    if (!fix) return;
    expect(objectionToFix(snapshotOf(files, options), fix.edits, mistake.code)).toBeUndefined();
    const after = files.map((file) => {
      const edits = fix.edits.filter(({ uri }) => uri === file.uri).flatMap((entry) => entry.edits);
      return { ...file, text: applyEdits(file.text, edits) };
    });
    const changed = after.filter(({ text }, index) => text !== files[index]?.text);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.text).toContain(mistake.right);
    expect(outcomesOf(after)).toEqual(["allowed"]);
    expect(findingsOf(after, mistake.code, options)).toEqual([]);
  });
});
