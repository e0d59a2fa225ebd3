/** Trust policies of generated roles, right and wrong, in all the forms that people write them. */
import type { IntegrationShape, Writer } from "./modules.ts";
import { block, set } from "./text.ts";

interface Statement {
  readonly principal: string;
  readonly type: "AWS" | "Federated";
  readonly action: string;
  readonly condition: { readonly operator: string; readonly key: string; readonly value: string } | undefined;
}

/** The value of `assume_role_policy`; undefined for none. */
export function policyFor(writer: Writer, name: string, shape: IntegrationShape): string | undefined {
  const { random } = writer;
  const statements = statementsFor(writer, shape);
  switch (random.below(18)) {
    case 0:
      return undefined;
    case 1:
      return '""';
    case 2:
    case 3:
    case 4:
      return document(writer, name, statements);
    case 5:
      return heredoc(statements, random.pick(["<<EOF", "<<-EOF", "<<-JSON"]));
    case 6:
      return 'file("trust.json")';
    case 7:
      return quotedKeys(statements);
    case 8:
      return single(statements);
    case 9:
      return `jsonencode(${object(statements[0])})`
        .replace("jsonencode({", 'jsonencode({\n  Version   = "2012-10-17"\n  Statement = [{')
        .replace(/\}\)$/, "}]\n})");
    case 10:
      return quoted(statements);
    case 11:
      return inLocal(writer, name, written(statements));
    case 12:
      return inLocal(writer, name, heredoc(statements, "<<EOF"));
    case 13:
      return joined(statements);
    default:
      return written(statements);
  }
}

function inLocal({ style, blocks }: Writer, name: string, policy: string): string {
  blocks.push(block(style, "locals", [set(`${name}_trust`, policy)]));
  return `local.${name}_trust`;
}

function statementsFor({ random }: Writer, { name, repeated }: IntegrationShape): readonly Statement[] {
  const statements: Statement[] = [];
  const ours = random.below(8);
  const index = repeated === "count" ? "[0]" : repeated ? '["a"]' : "";
  const ids = [
    '"acme@*"',
    '"${var.text}@*"',
    `"acme@\${spacelift_aws_integration.${name}${index}.id}@*"`,
    '"acme@*@${spacelift_stack.one.id}@*"',
    '"acme-wrong"',
    '"*"',
  ] as const;
  const condition = {
    operator: random.pick(["StringLike", "StringLike", "StringLike", "StringEquals"]),
    key: "sts:ExternalId",
    value: random.pick(ids),
  };
  const principal = random.pick([
    '"324880187172"',
    '"arn:aws:iam::324880187172:root"',
    '"arn:aws:iam::577638371743:root"',
    '"999999999999"',
  ]);
  if (ours > 0) statements.push({ principal, type: "AWS", action: "sts:AssumeRole", condition });
  if (ours > 6)
    statements.push({
      principal,
      type: "AWS",
      action: "sts:AssumeRole",
      condition: { ...condition, value: '"acme@*@other@*"' },
    });
  if (random.oneIn(4))
    statements.push({ principal, type: "AWS", action: "sts:TagSession", condition: undefined });
  if (random.oneIn(3)) {
    statements.push({
      principal: '"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"',
      type: "Federated",
      action: "sts:AssumeRoleWithWebIdentity",
      condition: {
        operator: "StringLike",
        key: "token.actions.githubusercontent.com:sub",
        value: '"repo:acme/*"',
      },
    });
  }
  if (random.oneIn(4)) {
    statements.push({
      principal: '"arn:aws:iam::123456789012:user/alice"',
      type: "AWS",
      action: "sts:AssumeRole",
      condition: undefined,
    });
  }
  return random.oneIn(4) ? statements.reverse() : statements;
}

function written(statements: readonly Statement[]): string {
  const elements = statements.map((statement) => `    ${nested(object(statement), "    ")},`).join("\n");
  const list = statements.length === 0 ? "[]" : `[\n${elements}\n  ]`;
  return `jsonencode({\n  Version${statements.length === 0 ? "  " : ""} = "2012-10-17"\n  Statement = ${list}\n})`;
}

function single([first]: readonly Statement[]): string {
  return first
    ? `jsonencode({\n  Version = "2012-10-17"\n  Statement = ${nested(object(first), "  ")}\n})`
    : 'jsonencode({ Version = "2012-10-17", Statement = [] })';
}

/** Statements that come from elsewhere, too. */
function joined(statements: readonly Statement[]): string {
  const elements = statements.map((statement) => `      ${nested(object(statement), "      ")},`).join("\n");
  const list = statements.length === 0 ? "[]" : `[\n${elements}\n    ]`;
  const one =
    '{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:user/${name}" }, Action = "sts:AssumeRole" }';
  const value = `concat(\n    ${list},\n    [for name in local.names : ${one}],\n  )`;
  return `jsonencode({\n  Version   = "2012-10-17"\n  Statement = ${value}\n})`.replace(
    "Version  ",
    "Version",
  );
}

function nested(text: string, indent: string): string {
  return text.replaceAll("\n", `\n${indent}`);
}

function object(statement: Statement | undefined): string {
  if (!statement) return "{}";
  const { principal, type, action, condition } = statement;
  const lines = [
    `  Effect    = "Allow"`,
    `  Principal = { ${type} = ${principal} }`,
    `  Action    = "${action}"`,
  ];
  if (condition) {
    lines.push(
      "  Condition = {",
      `    ${condition.operator} = {`,
      `      "${condition.key}" = ${condition.value}`,
      "    }",
      "  }",
    );
  }
  return `{\n${lines.join("\n")}\n}`;
}

/** JSON that was pasted into `jsonencode`. */
function quotedKeys(statements: readonly Statement[]): string {
  return `jsonencode(${jsonText(statements)})`;
}

function heredoc(statements: readonly Statement[], open: string): string {
  const marker = open.replace(/^<<-?/, "");
  const indent = open.startsWith("<<-") ? "    " : "";
  const text = jsonText(statements).replaceAll("\n", `\n${indent}`);
  return `${open}\n${indent}${text}\n${indent}${marker}`;
}

/** On one line, with escaped quotes. */
function quoted(statements: readonly Statement[]): string {
  const text = jsonText(statements).replaceAll(/\n\s*/g, "");
  const escaped = text.replaceAll(/\$\{[^}]*\}|"/g, (found) => (found === '"' ? '\\"' : found));
  return `"${escaped}"`;
}

/** Inside an interpolation nothing is escaped. */
function jsonText(statements: readonly Statement[]): string {
  const text = JSON.stringify(asJson(statements), undefined, 2);
  return text.replace(/\$\{[^}]*\}/g, (interpolation) => interpolation.replaceAll('\\"', '"'));
}

function asJson(statements: readonly Statement[]): object {
  const inside = (text: string): string => text.slice(1, -1);
  return {
    Version: "2012-10-17",
    Statement: statements.map(({ principal, type, action, condition }) => ({
      Effect: "Allow",
      Principal: { [type]: inside(principal) },
      Action: action,
      ...(condition && { Condition: { [condition.operator]: { [condition.key]: inside(condition.value) } } }),
    })),
  };
}

/** A data source in a block of its own. */
function document({ style, blocks, random }: Writer, name: string, statements: readonly Statement[]): string {
  const texts = statements.map(({ principal, type, action, condition }) => {
    const lines = [
      "statement {",
      `  actions = ["${action}"]`,
      "",
      "  principals {",
      `    type        = "${type}"`,
      `    identifiers = [${principal}]`,
      "  }",
    ];
    if (condition) {
      lines.push(
        "",
        "  condition {",
        `    test     = "${condition.operator}"`,
        `    variable = "${condition.key}"`,
        `    values   = [${condition.value}]`,
        "  }",
      );
    }
    return [...lines, "}"].join("\n");
  });
  const body = texts.flatMap((text, index) => (index === 0 ? [text] : ["", text]));
  blocks.push(
    block(style, `data "aws_iam_policy_document" "${name}_trust"`, [
      random.oneIn(6) ? set("source_policy_documents", "[]") : undefined,
      ...body,
    ]),
  );
  return `data.aws_iam_policy_document.${name}_trust.json`;
}
