/** `trust-external-id-too-broad`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-external-id-too-broad";
const acme = { settings: { accountName: "acme" } };
const policy = (id: string, label = "", operator = "StringLike"): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = {
        ${operator} = {
          "sts:ExternalId" = ${id}
${label}
        }
      }
    }]
  })`;
const carets = (id: string): string =>
  `#                            ${"^".repeat(id.length)} warning ${code}`;

describe(code, () => {
  it.each(['"*"', '"*@*@*@read"', '"acme*"', '"*@*@${spacelift_stack.network.id}@*"', '"ac?e@*"'])(
    "finds %s",
    (id) => {
      checkFindings(moduleWith(policy(id, carets(id))), code, acme);
      checkFindings(moduleWith(policy(id, carets(id))), code);
    },
  );

  it("finds a variable that is whatever is sent", () => {
    const id = '"$${sts:ExternalId}"';
    checkFindings(moduleWith(policy(id, carets(id))), code, acme);
  });

  describe("a statement without a condition, beside a Deny", () => {
    const withDeny = (operator: string, value: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "324880187172" }
${label}
        Action    = "sts:AssumeRole"
      },
      {
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "sts:AssumeRole"
        Condition = { ${operator} = { "sts:ExternalId" = ${value} } }
      },
    ]
  })`;
    const label = `#                           ^^^^^^^^^^^^^^ warning ${code}: This statement also admits other Spacelift accounts, such as "aa@`;

    it.each([
      ["of none", "Null", "true"],
      ["of one ID, and of none", "StringEqualsIfExists", '"old"'],
    ])("is found where the Deny is %s", (_, operator, value) => {
      checkFindings(moduleWith(withDeny(operator, value, label)), code, acme);
      checkFindings(moduleWith(withDeny(operator, value)), "trust-external-id-optional", acme);
    });

    it("is right where the Deny is of all others", () => {
      checkFindings(moduleWith(withDeny("StringNotLike", '"acme@*"')), code, acme);
    });
  });

  it("finds a slug that is cut short", () => {
    const id = '"acme@*@${spacelift_stack.network.id}*"';
    checkFindings(moduleWith(policy(id, carets(id))), code);
  });

  describe("a pattern for one stack that others match too", () => {
    const settings = { accountName: "acme", instance: "spacelift.io" };
    /** The module with the role attached to these stacks. */
    const moduleFor = (text: string, [first = "", ...others]: readonly string[]): string =>
      moduleWith(text, attachments(...others)).replace(
        /(stack_id +=) spacelift_stack\.network\.id/,
        `$1 ${written(first)}`,
      );
    const written = (stack: string): string => (stack.includes(".") ? stack : `"${stack}"`);
    const attachments = (...stacks: readonly string[]): string =>
      stacks
        .map(
          (stack) => `
resource "spacelift_aws_integration_attachment" "${stack.replace(/\W/g, "_")}_again" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = ${written(stack)}
  depends_on     = [aws_iam_role.spacelift]
}`,
        )
        .join("\n");
    const statement = (conditions: string, others = ""): string =>
      `{ Effect = "Allow", Principal = { AWS = "324880187172" }, Action = "sts:AssumeRole", Condition = { ${conditions} }${others} }`;
    const denied = (conditions: string): string =>
      `{ Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:AssumeRole", Condition = { ${conditions} } }`;
    const id = (operator: string, value: string): string => `${operator} = { "sts:ExternalId" = ${value} }`;
    const messages = (
      statements: readonly string[],
      stacks: readonly string[] = ["stack-a"],
      configured: Readonly<Record<string, unknown>> = settings,
    ): readonly string[] => {
      const text = `jsonencode({ Version = "2012-10-17", Statement = [${statements.join(", ")}] })`;
      const { files } = readFixture(moduleFor(text, stacks));
      return findingsOf(files, code, { settings: configured }).map(({ message }) => message);
    };
    const like = (...patterns: readonly string[]): string =>
      statement(id("StringLike", JSON.stringify(patterns).replaceAll("\\", "")));

    it.each([
      ["acme@*@stack-a*", "stack-a-x"],
      ["acme@*@stack-a*@*", "stack-a-x"],
      ["acme@*@stack-a*@write", "stack-a-x"],
      ["acme@*@stack-a*write", "stack-a-x"],
      ["acme@*stack-a*", "stack-a-x"],
      ["acme@*@st*ack-a*", "stack-a-x"],
      ["acme@*@*stack-a@*", "x-stack-a"],
      ["acme@*stack-a@*", "x-stack-a"],
      ["acme@*@stack-a*z@*", undefined],
      ["acme@*@*@stack-a*", undefined],
    ])("%s admits %s", (pattern, other) => {
      const found = messages([like(pattern)]);
      expect(found.map((message) => /the stack "([^"]*)"/.exec(message)?.[1])).toEqual(other ? [other] : []);
    });

    it("finds one that admits few", () => {
      expect(messages([like("acme@*@stack-a@*", "acme@*@stack-*a")])).toEqual([]);
      expect(
        messages([like("acme@*@stack-a@*"), like("acme@*@stack-a_*@*", "acme@*@stack-a*@read")]),
      ).toEqual([expect.stringContaining('"stack-a-x"')]);
    });

    it("names another one where the first that comes to mind is attached", () => {
      expect(messages([like("acme@*@stack-a*", "acme@*@stack-a-x@*")], ["stack-a", "stack-a-x"])).toEqual([
        expect.stringMatching(/also admits the stack "(x-stack-a|stack-a[a-z0-9_-]+)"/),
      ]);
    });

    it.each<[string, readonly string[]]>([
      ["any stack", [like("acme@*")]],
      ["any stack, part by part", [like("acme@*@*@*")]],
      ["any stack with a slug", [like("acme@*@?*@*")]],
      ["stacks whose names begin alike", [like("acme@*@stack-*")]],
      ["stacks whose names end alike", [like("acme@*@*-a@*")]],
      ["one stack", [like("acme@*@stack-a@*")]],
      ["stacks whose names begin alike and go on", [like("acme@*@stack-?*")]],
      ["the same, part by part", [like("acme@*@stack-?*@*")]],
      ["slugs as long", [like("acme@*@stack-?@*")]],
      [
        "a Deny for another action, with a statement for somebody else",
        [
          like("acme@*@stack-a@*"),
          statement(id("StringLike", '"acme@*@stack-a*"')).replace("324880187172", "111111111111"),
          denied(id("StringLike", '"acme@*@stack-a*"')).replace("sts:AssumeRole", "sts:SetSourceIdentity"),
        ],
      ],
      ["a Deny of all else", [like("acme@*@stack-a*"), denied(id("StringNotLike", '"acme@*@stack-a@*"'))]],
      [
        "a second condition",
        [
          statement(
            `${id("StringLike", '"acme@*@stack-a*"')}, "ForAnyValue:StringLike" = { "sts:ExternalId" = "*@stack-a@*" }`,
          ),
        ],
      ],
      [
        "a second condition that is a pattern for all",
        [
          statement(
            `${id("StringLike", '"acme@*@stack-a@*"')}, "ForAnyValue:StringLike" = { "sts:ExternalId" = "acme@*" }`,
          ),
        ],
      ],
    ])("is silent about %s", (_, statements) => {
      expect(messages(statements)).toEqual([]);
    });

    it("is silent about one that serves several attached stacks", () => {
      expect(messages([like("acme@*@stack-a*")], ["stack-a", "stack-ab"])).toEqual([]);
      expect(messages([like("acme@*@stack-a*", "acme@*@stack-ab@*")], ["stack-a", "stack-ab"])).toEqual([
        expect.stringContaining('"stack-a-x"'),
      ]);
    });

    it("finds it in the Deny that keeps the others out", () => {
      expect(messages([like("acme@*"), denied(id("StringNotLike", '"acme@*@stack-a*"'))])).toEqual([
        expect.stringContaining('"acme@*@stack-a*" also admits the stack "stack-a-x"'),
      ]);
    });

    it("is silent about a stack that is not known", () => {
      expect(messages([like("acme@*@stack-a*")], ["var.stack"])).toEqual([]);
      expect(messages([like("acme@*@stack-a*")], ["spacelift_stack.network.id"])).toEqual([]);
      expect(messages([like("acme@*@${var.stack}*")], ["stack-a"])).toEqual([]);
    });

    it("finds each of several stacks that are referred to", () => {
      const more =
        'resource "spacelift_stack" "db" {\n  name = "db"\n  branch = "main"\n  repository = "infra"\n}';
      const pattern = ["network", "db"].map((name) => `"acme@*@\${spacelift_stack.${name}.id}*"`);
      const text = `jsonencode({ Version = "2012-10-17", Statement = [${statement(id("StringLike", `[${pattern.join(", ")}]`))}] })`;
      const { files } = readFixture(moduleWith(text, attachments("spacelift_stack.db.id") + more));
      expect(findingsOf(files, code, acme).map(({ message }) => message)).toEqual([
        expect.stringContaining('the stack "${spacelift_stack.network.id}-x"'),
        expect.stringContaining('the stack "${spacelift_stack.db.id}-x"'),
      ]);
    });

    it("needs no setting", () => {
      expect(messages([like("acme@*@stack-a*")], ["stack-a"], {})).toEqual([
        expect.stringContaining('"stack-a-x"'),
      ]);
    });

    it.each([
      ["acme@*@stack-a*", "acme@*@stack-a@*"],
      ["acme@*@*stack-a@*", "acme@*@stack-a@*"],
      ["acme@*@stack-a*@write", "acme@*@stack-a@write"],
      ["acme@*@stack-a*write", "acme@*@stack-a@write"],
      ["acme@*stack-a*", "acme@*@stack-a@*"],
      ["acme@*stack-a*@*", "acme@*@stack-a@*"],
      ["acme@*@st*ack-a*", "acme@*@stack-a@*"],
      [
        "acme@${spacelift_aws_integration.main.id}@stack-a*",
        "acme@${spacelift_aws_integration.main.id}@stack-a@*",
      ],
    ])("mends %s", (before, after) => {
      const write = (pattern: string): string => moduleFor(policy(`"${pattern}"`), ["stack-a"]);
      checkFix(write(before), code, write(after), undefined, { settings });
    });
  });

  describe("an operator that does not mind case", () => {
    const operator = "StringEqualsIgnoreCase";
    const full = '"acme@01GE7K9SR2DQBCRQ90DH70JF6Y@network@write"';
    const label = `#       ${"^".repeat(operator.length)} warning ${code}: ${operator} also admits other Spacelift accounts, such as "`;

    it("admits accounts that are written in another case", () => {
      checkFindings(
        moduleWith(
          policy(full, "", operator).replace('= {\n          "sts', `= {\n${label}\n          "sts`),
        ),
        code,
        acme,
      );
      checkFindings(moduleWith(policy(full, "", "StringEquals")), code, acme);
    });

    it("becomes one that does", () => {
      checkFix(
        moduleWith(policy(full, "", operator)),
        code,
        moduleWith(policy(full, "", "StringEquals")),
        undefined,
        acme,
      );
    });
  });

  it.each([
    '"acme@*"',
    '"acme@*@prod-*"',
    '"acme@*@*-prod@*"',
    '["acme@*", "beta@*"]',
    '"${data.spacelift_account.this.name}@*"',
  ])("is silent about %s", (id) => {
    checkFindings(moduleWith(policy(id)), code);
    checkFindings(moduleWith(policy(id)), code, acme);
  });

  it("is silent about what is unknown", () => {
    checkFindings(moduleWith(policy('"${var.account}@*"'), 'variable "account" {}'), code, acme);
  });

  it("tightens the pattern", () => {
    checkFix(moduleWith(policy('"acme*"')), code, moduleWith(policy('"acme@*"')));
    checkFix(moduleWith(policy('"*"')), code, moduleWith(policy('"${data.spacelift_account.this.name}@*"')));
    checkFix(moduleWith(policy('"*@*@x@*"')), code, moduleWith(policy('"acme@*@x@*"')), undefined, acme);
    checkFix(
      moduleWith(policy('"acme@*@${spacelift_stack.network.id}*"')),
      code,
      moduleWith(policy('"acme@*@${spacelift_stack.network.id}@*"')),
    );
  });

  it.each(["hyphen", "both"])("offers no @ where the format of 2022 is sent: %s", (externalIdFormat) => {
    for (const id of ['"acme*"', '"*"']) {
      const { files } = readFixture(moduleWith(policy(id)));
      const found = findingsOf(files, code, { settings: { externalIdFormat } });
      expect(found.map((finding) => finding.fixes())).toEqual([[]]);
    }
  });
});
