/** One trust policy in every shape that people write, each as `terraform fmt` leaves it. */

export interface StatementText {
  readonly effect?: string;
  readonly principal: string;
  readonly actions: readonly string[];
  /** Operator, key and values. */
  readonly conditions: readonly (readonly [operator: string, key: string, ...values: string[]])[];
}

export interface PolicyText {
  /** The value of `assume_role_policy`, two spaces in. */
  readonly policy: string;
  /** Top-level blocks that it refers to. */
  readonly rest: string;
}

/** Undefined where the statements cannot be written so. */
type Shape = (statements: readonly StatementText[]) => PolicyText | undefined;

const inRole = (lines: readonly string[]): PolicyText => ({ policy: lines.join("\n  "), rest: "" });

function conditionLines({ conditions }: StatementText): readonly string[] {
  if (conditions.length === 0) return [];
  const [only, ...others] = conditions;
  if (only && others.length === 0) return [`Condition = { ${operatorItem(only)} }`];
  const width = Math.max(...conditions.map(([operator]) => operator.length));
  const lines = conditions.map((condition) => `  ${operatorItem(condition, width)}`);
  return ["Condition = {", ...lines, "}"];
}

function operatorItem([operator, key, ...values]: StatementText["conditions"][number], width = 0): string {
  return `${operator.padEnd(width)} = { "${key}" = ${oneOrList(values)} }`;
}

function oneOrList(texts: readonly string[]): string {
  const quoted = texts.map((text) => `"${text}"`).join(", ");
  return texts.length === 1 ? quoted : `[${quoted}]`;
}

function itemLines(statement: StatementText): readonly string[] {
  const { effect = "Allow", principal, actions } = statement;
  return [
    `Effect    = "${effect}"`,
    `Principal = { AWS = "${principal}" }`,
    `Action    = ${oneOrList(actions)}`,
    ...conditionLines(statement),
  ];
}

const indented = (lines: readonly string[], by: string): readonly string[] => lines.map((line) => by + line);

function jsonLines(statements: readonly StatementText[], unit: string): readonly string[] {
  const value = {
    Version: "2012-10-17",
    Statement: statements.map(({ effect = "Allow", principal, actions, conditions }) => ({
      Effect: effect,
      Principal: { AWS: principal },
      Action: actions.length === 1 ? actions[0] : actions,
      ...(conditions.length > 0 && {
        Condition: Object.fromEntries(
          conditions.map(([operator, key, ...values]) => [
            operator,
            { [key]: values.length === 1 ? values[0] : values },
          ]),
        ),
      }),
    })),
  };
  return JSON.stringify(value, undefined, unit).split("\n");
}

function documentBlock({ effect, principal, actions, conditions }: StatementText): readonly string[] {
  const list = (texts: readonly string[]): string => `[${texts.map((text) => `"${text}"`).join(", ")}]`;
  return [
    "  statement {",
    ...(effect === undefined
      ? [`    actions = ${list(actions)}`]
      : [`    effect  = "${effect}"`, `    actions = ${list(actions)}`]),
    "",
    "    principals {",
    '      type        = "AWS"',
    `      identifiers = ["${principal}"]`,
    "    }",
    ...conditions.flatMap(([operator, key, ...values]) => [
      "",
      "    condition {",
      `      test     = "${operator}"`,
      `      variable = "${key}"`,
      `      values   = ${list(values)}`,
      "    }",
    ]),
    "  }",
  ];
}

export const shapes: Readonly<Record<string, Shape>> = {
  "a list over lines": (statements) =>
    inRole([
      "jsonencode({",
      '  Version = "2012-10-17"',
      "  Statement = [",
      ...statements.flatMap((one) => ["    {", ...indented(itemLines(one), "      "), "    },"]),
      "  ]",
      "})",
    ]),
  "a compact list": (statements) =>
    inRole([
      "jsonencode({",
      '  Version = "2012-10-17"',
      "  Statement = [{",
      ...statements.flatMap((one, index) => [
        ...(index === 0 ? [] : ["    }, {"]),
        ...indented(itemLines(one), "    "),
      ]),
      "  }]",
      "})",
    ]),
  "no list": ([only, ...others]) =>
    only && others.length === 0
      ? inRole([
          "jsonencode({",
          '  Version = "2012-10-17"',
          "  Statement = {",
          ...indented(itemLines(only), "    "),
          "  }",
          "})",
        ])
      : undefined,
  "one line": (statements) =>
    inRole([
      "jsonencode({",
      '  Version   = "2012-10-17"',
      `  Statement = [${statements
        .map(
          (one) =>
            `{ ${itemLines(one).join(", ").replaceAll(/ +=/g, " =").replaceAll("{,", "{").replaceAll(/, +/g, ", ").replaceAll(/\{ +/g, "{ ").replaceAll(", }", " }")} }`,
        )
        .join(", ")}]`,
      "})",
    ]),
  "JSON in jsonencode": (statements) =>
    inRole(
      [
        ...jsonLines(statements, "  ").map((line, index) =>
          (index === 0 ? `jsonencode(${line}` : line).replace(/^( *"[^"]+"):/, "$1 :"),
        ),
      ].map((line, index, all) => (index === all.length - 1 ? `${line})` : line)),
    ),
  "a heredoc": (statements) => ({
    policy: ["<<-EOT", ...indented(jsonLines(statements, "  "), "    "), "  EOT"].join("\n"),
    rest: "",
  }),
  "a heredoc with wide indentation": (statements) => ({
    policy: ["<<EOF", ...jsonLines(statements, "    "), "EOF"].join("\n"),
    rest: "",
  }),
  "a policy document": (statements) => ({
    policy: "data.aws_iam_policy_document.trust.json",
    rest: [
      "",
      'data "aws_iam_policy_document" "trust" {',
      ...statements.flatMap((one, index) => [...(index === 0 ? [] : [""]), ...documentBlock(one)]),
      "}",
      "",
    ].join("\n"),
  }),
};
