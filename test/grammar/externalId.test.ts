/** Which strings the injection takes for an external ID, in our own grammar and under HashiCorp's scope. */
import { describe, expect, test } from "vitest";
import { hashicorpScope, ownScope, tokeniserFor } from "./tokenise.ts";

const ulid = "01GE7K9SR2DQBCRQ90DH70JF6Y";

const externalIds = [
  "acct@*",
  "${var.spacelift_account_name}@*",
  `acct@${ulid}`,
  `acct@${ulid}@*`,
  `acct@${ulid}@stack-1@write`,
  `acct-${ulid}@${ulid}@stack-1@read`,
  "acct@*@stack-a@*",
  "acct@*@stack-a*",
  "acct@${spacelift_aws_integration.main.id}@stack_1@read",
  "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*",
  '${var.names["a"]}@${var.ids["b"]}@${each.value.slug}@write',
  "${local.account}@${local.id}@${local.stack}@${each.value}",
  "${merge({ a = 1 }, {}).a}@*",
  "*@*@*@*",
];

const others = [
  "someone@example.com",
  "git@github.com:spacelift-io/terraform-provider-spacelift.git",
  "git::https://git@github.com/org/repo.git?ref=v1",
  "arn:aws:iam::123456789012:role/a@b",
  "arn:aws:iam::*:user/a@*",
  "user@host",
  "user@host@domain",
  "git@${var.host}",
  "noreply@${var.integration_domain}",
  "${var.user}@${var.host}",
  "postgres://u:p@*",
  "@*",
  "acct@",
  "acct@*@",
  "acct@*@a@b@c",
  `acct@${ulid.toLowerCase()}`,
  "please allow acct@* here",
  "actions/checkout@v4",
];

const hosts = [
  { name: "our grammar", scope: ownScope },
  { name: "HashiCorp's scope", scope: hashicorpScope },
];

async function coloured(scope: string, text: string): Promise<string> {
  const tokenise = await tokeniserFor(scope);
  const tokens = tokenise(text).flatMap((line) => line.tokens);
  return tokens
    .filter((token) => token.scopes.includes("meta.external-id"))
    .map((token) => token.text)
    .join("");
}

describe.each(hosts)("in $name", ({ scope }) => {
  test.each(externalIds)("%s is an external ID", async (text) => {
    expect(await coloured(scope, `x = "${text}"`)).toBe(text);
  });

  test.each(others)("%s is not", async (text) => {
    expect(await coloured(scope, `x = "${text}"`)).toBe("");
  });

  test("in JSON within a heredoc", async () => {
    expect(await coloured(scope, 'x = <<EOT\n{ "sts:ExternalId": "acct@*", "mail": "a@b.c" }\nEOT')).toBe(
      "acct@*",
    );
  });

  test("in JSON within a string", async () => {
    expect(await coloured(scope, String.raw`x = "{\"sts:ExternalId\": \"acct@*\"}"`)).toBe("acct@*");
  });

  test("not outside of strings", async () => {
    expect(await coloured(scope, 'x = a /* "acct@*" */ # "acct@*"')).toBe("");
  });

  test("an unclosed string ends with its line", async () => {
    expect(await coloured(scope, 'x = "acct@*\n')).toBe("");
  });
});
