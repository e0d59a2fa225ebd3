/** White space before the JSON of a policy: where it is refused, and where it is none of IAM's business. */
import { describe, expect, it } from "vitest";
import { checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith, verdictLines } from "./verdictLines.ts";

const settings = { accountName: "acme", instance: "spacelift.io" };
const code = "trust-policy-invalid";
const variables = `variable "x" {
  type = string
}
variable "on" {
  type = bool
}
`;

const json = (indent = "", id = "acme@*"): string =>
  [
    "{",
    '  "Statement": [{',
    '    "Effect": "Allow",',
    '    "Principal": { "AWS": "324880187172" },',
    '    "Action": "sts:AssumeRole",',
    `    "Condition": { "StringLike": { "sts:ExternalId": "${id}" } }`,
    "  }]",
    "}",
  ]
    .map((line) => indent + line)
    .join("\n");
const quoted = JSON.stringify(JSON.stringify(JSON.parse(json()))).slice(1, -1);
const heredoc = (text: string, marker = "<<EOT"): string => `${marker}\n${text}\n  EOT`;
const document = `data "aws_iam_policy_document" "trust" {
  source_policy_documents = [${heredoc(json("    "))}
  ]
}
`;

function outcomeOf(policy: string, rest = ""): string | undefined {
  return verdictLines(moduleWith(policy, rest + variables), settings)[0]?.replace(/^.*: /, "");
}

/** What is complained of, as it stands in the text. */
function marked(policy: string, rest = ""): readonly string[] {
  const { files } = readFixture(moduleWith(policy, rest + variables));
  return findingsOf(files, undefined, { settings }).map(({ code: found, location: { span } }) => {
    expect(found).toBe(code);
    return files[0]?.text.slice(span.start, span.end) ?? "";
  });
}

describe("white space before the JSON is refused", () => {
  it.each<[name: string, policy: string, at: string, rest?: string]>([
    ["an indented heredoc", heredoc(json("    ")), "    "],
    ["tabs", heredoc(json("\t")), "\t"],
    ["an empty first line", heredoc(`\n${json()}`), "\n"],
    ["an empty line and spaces", heredoc(`\n${json("  ")}`), "\n  "],
    ["an empty first line of an indented heredoc", heredoc(`\n${json("  ")}`, "<<-EOT"), "\n"],
    ["lines that are indented less", heredoc(`    ${json()}`, "<<-EOT"), "    "],
    ["a space in quotes", `" ${quoted}"`, " "],
    ["a line break in quotes", `"\\n${quoted}"`, "\\n"],
    ["a local", "local.trust", "  ", `locals {\n  trust = ${heredoc(json("  "))}\n}\n`],
    ["an interpolation", heredoc(json("  ", "${data.spacelift_account.this.name}@*")), "  "],
    ["a whole document behind it", '" ${data.aws_iam_policy_document.trust.json}"', " ", document],
    ["whatever comes behind it", '" ${var.x}"', " "],
  ])("%s", (_, policy, at, rest) => {
    expect(outcomeOf(policy, rest)).toBe("refused");
    expect(marked(policy, rest)).toEqual([at]);
  });
});

describe("there is no white space before the JSON", () => {
  it.each<[name: string, policy: string, rest?: string]>([
    ["a heredoc", heredoc(json())],
    ["an indented heredoc that takes the indentation away", heredoc(json("    "), "<<-EOT")],
    ["white space behind it", `"${quoted} \\n"`],
    ["trimmed", `trimspace(${heredoc(json("    "))}\n  )`],
    ["decoded and encoded", `jsonencode(jsondecode(${heredoc(json("    "))}\n  ))`],
    ["taken in by a document", "data.aws_iam_policy_document.trust.json", document],
  ])("%s", (_, policy, rest) => {
    expect(outcomeOf(policy, rest)).toBe("allowed");
    expect(marked(policy, rest)).toEqual([]);
  });
});

it.each([
  ["what comes first", `"\${var.x}${quoted}"`],
  ["whether it is there", `(var.on ? ${heredoc(json("  "))}\n  : "${quoted}")`],
])("says nothing where nobody knows %s", (_, policy) => {
  expect(outcomeOf(policy)).toBe("unknown");
  expect(marked(policy)).toEqual([]);
});

it("still says what else is wrong", () => {
  const { files } = readFixture(moduleWith(heredoc(json("  ", "other@*"))));
  const found = findingsOf(files, undefined, { settings }).map((finding) => finding.code);
  expect(found.toSorted()).toEqual(["trust-external-id-mismatch", code].toSorted());
});

describe("it is taken away", () => {
  const check = (before: string, after: string, title?: string): void => {
    checkFix(moduleWith(before), code, moduleWith(after), title, { settings });
  };

  it("by <<- where all lines are indented", () => {
    check(heredoc(json("    ")), heredoc(json("    "), "<<-EOT"));
  });

  it("by itself", () => {
    check(heredoc(json("    ")), heredoc(json("    ").slice(4)), "Remove the white space");
    check(heredoc(`    ${json()}`), heredoc(json()));
    check(heredoc(`\n${json()}`), heredoc(json()));
    check(heredoc(`\n${json("  ")}`, "<<-EOT"), heredoc(json("  "), "<<-EOT"));
    check(`"\\n${quoted}"`, `"${quoted}"`);
  });
});
