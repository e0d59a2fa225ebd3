/** Hover, kind by kind. */
import { describe, expect, it } from "vitest";
import { checkHover, hoverAt } from "../kit/checkHover.ts";

const beside = { besideTerraformExtension: true };

function integration(line: string, more = ""): string {
  return `resource "spacelift_aws_integration" "main" {\n  ${line}\n}\n${more}`;
}

describe("types", () => {
  const source = `resource "spacelift_aws_inte$0gration" "main" {}`;

  it("say what they are, and what Spacelift sends", () => {
    checkHover(source, `"spacelift_aws_integration"`, [
      "Lets Spacelift runs assume an IAM role",
      "You must set `name` and `role_arn`.",
      "<account>@<integration>@<stack or module>@<read|write>",
      "<account>-<integration>@<stack or module>-<read|write>",
      "Session name",
      "https://docs.spacelift.io/",
    ]);
  });

  it("are explained on the keyword and on the name too", () => {
    checkHover(`reso$0urce "spacelift_aws_integration" "main" {}`, "resource", ["Lets Spacelift"]);
    checkHover(`resource "spacelift_aws_integration" "ma$0in" {}`, `"main"`, ["Lets Spacelift"]);
  });

  it("say only what Spacelift sends beside another Terraform extension", () => {
    checkHover(source, `"spacelift_aws_integration"`, ["<account>@<integration>"], beside);
    expect(hoverAt(source, beside)?.markdown).not.toContain("You must set");
    expect(hoverAt(`data "spacelift_acc$0ount" "x" {}`, beside)).toBeUndefined();
  });

  it("are deprecated where they are", () => {
    checkHover(`resource "spacelift_aws_r$0ole" "x" {}`, `"spacelift_aws_role"`, ["**Deprecated.**"]);
  });

  it("of the vendors' others lead to their page", () => {
    const role = `resource "aws_iam_r$0ole" "x" {}\nlocals { a = spacelift_stack.x.id }`;
    const page =
      "[Documentation](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role)";
    checkHover(role, `"aws_iam_role"`, [page]);
    expect(hoverAt(role, beside)).toBeUndefined();
    expect(hoverAt(role.replace("$0", "").replace(`"x"`, `"x$0"`))).toBeUndefined();
  });

  it.each(['resource "google_$0x"', 'resource "awscc_$0x"', 'resource "aws_$0"', 'module "aws_$0x"'])(
    "of nobody we know are left alone: %s",
    (header) => {
      expect(hoverAt(`${header} "x" {}\nlocals { a = spacelift_stack.x.id }`)).toBeUndefined();
    },
  );
});

describe("attributes", () => {
  it("are documented", () => {
    checkHover(integration("tag_assume$0_role = true"), "tag_assume_role", [
      "bool, optional, default `false`",
      "Needs version 1.44.0",
      "sts:TagSession",
      "[Documentation](https://",
    ]);
  });

  it("are left to another Terraform extension", () => {
    expect(hoverAt(integration("na$0me = 1"), beside)).toBeUndefined();
    checkHover(integration("na$0me = 1"), "name", ["required"], {
      ...beside,
      settings: { plainSuggestions: "always" },
    });
  });

  it("that do not exist have no documentation", () => {
    expect(hoverAt(integration("na$0mes = 1"))).toBeUndefined();
  });
});

describe("values", () => {
  it.each([
    ["duration_seconds = 54$000", "5400", "**1 hour 30 minutes**"],
    [`duration_seconds = "9$000"`, `"900"`, "**15 minutes**"],
    [`region = "eu-cen$0tral-1"`, `"eu-central-1"`, "**Europe (Frankfurt)**"],
    ["generate_credentials_in_worker = tr$0ue", "true", "private worker assumes the role"],
    ["autoattach_enabled = fal$0se", "false", "do nothing"],
    [`labels = ["a", "autoattach:pr$0od"]`, `"autoattach:prod"`, "has the label `prod`"],
    [
      `role_arn = "arn:aws:iam::123456789012:role/ci/dep$0loy"`,
      `"arn:aws:iam::123456789012:role/ci/deploy"`,
      "`/ci/`",
    ],
    [
      'role_arn = "arn:aws:iam::${var.account}:role/dep$0loy"',
      '"arn:aws:iam::${var.account}:role/deploy"',
      "- AWS account: `${var.account}`",
    ],
  ])("%s", (line, under, text) => {
    checkHover(integration(line), under, [text]);
    checkHover(integration(line), under, [text], beside);
  });

  it("say what the external ID is asked for", () => {
    const source = `data "spacelift_aws_integration_attachment_external_id" "x" {\n  read = tr$0ue\n}`;
    checkHover(source, "true", ["Asks for the external ID"]);
  });

  it.each([`region = "no-wh$0ere-1"`, `name = "a$0"`, `labels = ["pr$0od"]`, `role_arn = "depl$0oy"`])(
    "say nothing of %s",
    (line) => {
      expect(hoverAt(integration(line))).toBeUndefined();
    },
  );
});

describe("external IDs", () => {
  const policy = (id: string): string => `
locals {
  policy = jsonencode({
    Condition = { StringEquals = { "sts:ExternalId" = ${id} } }
  })
  type = "spacelift_stack"
}
`;

  it("are taken apart", () => {
    const id = `"acme@01FPAH5J0JFYSM5953T9KT2VS9@app@wr$0ite"`;
    checkHover(policy(id), id.replace("$0", ""), [
      "as Spacelift sends it for integrations",
      "- `acme`: Spacelift account",
      "- `01FPAH5J0JFYSM5953T9KT2VS9`: ID of the integration",
      "- `app`: slug of the stack or module",
      "- `write`: phase",
    ]);
  });

  it("may be patterns", () => {
    checkHover(policy(`"acme@$0*"`), `"acme@*"`, [
      "- `*`: any ID of the integration; slug of the stack or module",
    ]);
  });

  it("may hold interpolations", () => {
    const id = '"${data.spacelift_account.me.name}@${spacelift_aws_integration.x.id}@app@re$0ad"';
    checkHover(policy(id), id.replace("$0", ""), [
      "- `${data.spacelift_account.me.name}`: Spacelift account",
      "- `${spacelift_aws_integration.x.id}`: ID of the integration",
    ]);
  });

  it("may have the form that documentation showed once", () => {
    const id = `"acme-01FPAH5J0JFYSM5953T9KT2VS9@app-wr$0ite"`;
    checkHover(policy(id), id.replace("$0", ""), ["September 2022", "- `acme`: Spacelift account"]);
  });

  it("are found in policy documents", () => {
    const source = `
      data "aws_iam_policy_document" "trust" {
        statement {
          condition {
            test     = "StringLike"
            variable = "sts:ExternalId"
            values   = ["acme@$0*"]
          }
        }
      }
      resource "spacelift_stack" "x" {}
    `;
    checkHover(source, `"acme@*"`, ["External ID"]);
    expect(hoverAt(source.replace("$0", "").replace("StringLike", "String$0Like"))).toBeUndefined();
  });

  it("say what is wrong where one belongs", () => {
    checkHover(policy(`"ac$0me"`), `"acme"`, [`There is no "@" after the account's name.`]);
  });

  it("are recognised elsewhere if they can be nothing else", () => {
    const elsewhere = (text: string): string => `locals {\n  a = ${text}\n  b = "spacelift_"\n}`;
    expect(hoverAt(elsewhere(`"acme@01FPAH5J0JFYSM5953T9KT2VS9@app@wri$0te"`))).toBeDefined();
    expect(hoverAt(elsewhere(`"me@exam$0ple.com"`))).toBeUndefined();
    expect(hoverAt(elsewhere(`"me@exam$0ple"`))).toBeUndefined();
  });
});

describe("trust policies", () => {
  const policy = (body: string): string =>
    `resource "aws_iam_role" "x" {\n  assume_role_policy = jsonencode({ ${body} })\n}\nlocals { a = spacelift_stack.x.id }`;

  it.each([
    [`AWS = "32488018$07172"`, `"324880187172"`, "spacelift.io (EU, the default)"],
    [`AWS = "arn:aws:iam::577638371743:ro$0ot"`, `"arn:aws:iam::577638371743:root"`, "us.spacelift.io"],
    [`Action = "sts:Assume$0Role"`, `"sts:AssumeRole"`, "to get credentials"],
    [`Action = ["sts:Tag$0Session"]`, `"sts:TagSession"`, "a statement of its own"],
    [`"sts:External$0Id" = "acme@*"`, `"sts:ExternalId"`, "must admit it"],
  ])("%s", (body, under, text) => {
    checkHover(policy(body), under, [text]);
  });

  it("say nothing of other accounts", () => {
    expect(hoverAt(policy(`AWS = "12345$06789012"`))).toBeUndefined();
  });
});

describe("references", () => {
  const module = `
//- /main.tf
resource "spacelift_aws_integration_attachment" "x" {
  integration_id = INTEGRATION
  stack_id       = STACK
}
//- /other.tf
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/x"
}
resource "spacelift_stack" "app" {
  name = "app"
}
locals {
  a = "x-\${var.b}"
  c = ["x", 1, true]
}
variable "b" {}
variable "d" { default = 5 }
`;
  const at = (stack: string): string => module.replace("STACK", stack).replace("INTEGRATION", "1");

  it("say where the thing is declared", () => {
    checkHover(at("spacelift_stack.a$0pp.id"), "spacelift_stack.app", [
      "declared in `other.tf`",
      `name = "app"`,
    ]);
  });

  it("say what the attribute is", () => {
    const source = module.replace("STACK", "1").replace("INTEGRATION", "spacelift_aws_integration.main.i$0d");
    checkHover(source, "id", ["26-character code"]);
  });

  it("tell the value of locals", () => {
    checkHover(at("local.$0a"), "local.a", ['`"x-${var.b}"`', "`var.b` is given from outside the module"]);
    checkHover(at("local.$0c"), "local.c", ['`["x", 1, true]`']);
  });

  it("tell the value of what is configured", () => {
    checkHover(at("spacelift_stack.app.na$0me"), "name", ['Value: `"app"`']);
    checkHover(at("spacelift_stack.app.i$0d"), "id", [
      "The value is not known: `spacelift_stack.app` is known only after apply",
    ]);
  });

  it("tell the defaults of variables", () => {
    checkHover(at("var.$0d"), "var.d", ["Default: `5`"]);
    checkHover(at("var.$0b"), "var.b", ["no default"]);
  });

  it("say that nothing is declared", () => {
    checkHover(at("spacelift_stack.no$0ne.id"), "spacelift_stack.none", ["is not declared"]);
    checkHover(at("local.no$0ne"), "local.none", ["is not declared"]);
  });

  it("are found inside strings", () => {
    checkHover(at('"a-${local.$0a}"'), "local.a", ["Value"]);
  });

  it("that are half written say nothing", () => {
    expect(hoverAt(at("local.$0"))).toBeUndefined();
    expect(hoverAt(at("each.k$0ey"))).toBeUndefined();
  });
});

describe("declarations", () => {
  it("of locals and variables tell the value", () => {
    const source = (local: string, variable: string): string =>
      `locals {\n  ${local} = lower("ABC")\n  b = spacelift_stack.x.id\n}\nvariable "${variable}" {}`;
    checkHover(source("a$0", "v"), "a", ["`local.a`", 'Value: `"abc"`']);
    checkHover(source("a", "v$0"), `"v"`, ["no default"]);
  });
});

describe("nothing", () => {
  it.each([
    "$0",
    integration("$0"),
    integration("# na$0me"),
    integration("name = "),
    `resource "spacelift_aws_integration" "x" {$0`,
  ])("in %j", (source) => {
    const text = source.includes("$0") ? source : `${source}$0`;
    expect(hoverAt(text)).toBeUndefined();
  });

  it("in modules without the family", () => {
    expect(hoverAt(`locals {\n  a$0 = 1\n}`)).toBeUndefined();
  });
});
