/** Fixes for policies that stand in files which a module reads: offered at the call, written into the file. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { viewOf } from "../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../server/src/analysis/trust/judge.ts";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import type { FileEdits } from "../../server/src/analysis/finding.ts";
import { codeActions, type CodeAction } from "../../server/src/features/codeActions.ts";
import { fixAll } from "../../server/src/features/fixAll.ts";
import { partAround } from "../../server/src/features/verify/partOf.ts";
import { readSettings } from "../../server/src/workspace/settings.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { moduleWith } from "../analysis/trust/verdictLines.ts";
import { memoryFileSystem } from "../kit/memoryFileSystem.ts";

type Texts = Readonly<Record<string, string>>;

const acme = { accountName: "acme", instance: "spacelift.io" };
const main = "/w/m/main.tf";

async function snapshotOf(texts: Texts, settings: Texts = acme, path = main): Promise<Snapshot> {
  const workspace = new Workspace(memoryFileSystem(texts), () => undefined);
  workspace.configure(readSettings(settings).settings, false);
  workspace.setRoots(["file:///w"]);
  await workspace.indexed();
  return workspace.snapshot(`file://${path}`);
}

interface Statement {
  readonly principal?: string;
  readonly action?: string;
  readonly condition?: string;
}

/** A trust policy, each of its parts as JSON. */
function trust({ principal, action, condition }: Statement): string {
  const rest = condition === undefined ? "" : `,\n      "Condition": ${condition}`;
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": ${principal ?? '{ "AWS": "324880187172" }'},
      "Action": ${action ?? '"sts:AssumeRole"'}${rest}
    }
  ]
}
`;
}

const idLike = (value: string): string => `{ "StringLike": { "sts:ExternalId": ${value} } }`;

function edited(texts: Texts, edits: readonly FileEdits[]): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [
      path,
      applyEdits(
        text,
        edits.filter(({ uri }) => uri === `file://${path}`).flatMap((entry) => entry.edits),
      ),
    ]),
  );
}

/** What the light bulb has for the piece of text in the file, without what is about the integration. */
async function offered(snapshot: Snapshot, texts: Texts, path: string, piece: string): Promise<Fixes> {
  const start = (texts[path] ?? "").indexOf(piece);
  const span = { start, end: start + piece.length };
  const actions = await codeActions(snapshot, `file://${path}`, span, () => undefined);
  return actions.filter((action) => action.kind === "fix");
}

type Fixes = readonly Extract<CodeAction, { readonly kind: "fix" }>[];

function codes(snapshot: Snapshot): readonly string[] {
  return diagnose(snapshot).map(({ code }) => code);
}

function outcomes(snapshot: Snapshot): readonly string[] {
  const all = verdictsOf(viewOf(snapshot)).flatMap(({ sessions }) => sessions.map(({ outcome }) => outcome));
  return [...new Set(all)];
}

interface Case {
  readonly name: string;
  readonly call?: string;
  readonly integration?: string;
  readonly policy: string;
  readonly settings?: Texts;
  readonly title: string;
  /** What is in the file afterwards. */
  readonly after: string;
}

const template = (variables: string): string =>
  `templatefile("\${path.module}/trust.json", { ${variables} })`;

const cases: readonly Case[] = [
  {
    name: "an external ID of another account",
    policy: trust({ condition: idLike('"other@*"') }),
    title: "Write acme@*",
    after: '"sts:ExternalId": "acme@*"',
  },
  {
    name: "a phase that is missing",
    policy: trust({
      condition: '{ "StringLike": { "sts:ExternalId": ["acme@*@*@read"] } }',
    }),
    title: "Admit both phases",
    after: '"sts:ExternalId": ["acme@*@*@*"]',
  },
  {
    name: "a wildcard that is a plain character",
    policy: trust({ condition: '{ "StringEquals": { "sts:ExternalId": "acme@*" } }' }),
    title: "Use StringLike",
    after: '{ "StringLike": { "sts:ExternalId": "acme@*" } }',
  },
  {
    name: "no condition at all",
    policy: trust({}),
    title: "Demand the external ID",
    after: '"Action": "sts:AssumeRole",\n      "Condition": { "StringLike": { "sts:ExternalId": "acme@*" } }',
  },
  {
    name: "the principal of somebody else",
    policy: trust({
      principal: '{ "AWS": "arn:aws:iam::577638371743:root" }',
      condition: idLike('"acme@*"'),
    }),
    title: "Trust spacelift.io (324880187172)",
    after: '{ "AWS": "arn:aws:iam::324880187172:root" }',
  },
  {
    name: "a principal without a type",
    policy: trust({ principal: '"324880187172"', condition: idLike('"acme@*"') }),
    title: "Name it under AWS",
    after: '"Principal": { "AWS": "324880187172" }',
  },
  {
    name: "another action",
    policy: trust({ action: '"sts:AssumeRoleWithSAML"', condition: idLike('"acme@*"') }),
    title: "Allow sts:AssumeRole",
    after: '"Action": "sts:AssumeRole"',
  },
  {
    name: "a missing comma",
    policy: trust({ condition: idLike('"acme@*"') }).replace('"Allow",', '"Allow"'),
    title: "Insert a comma",
    after: '"Effect": "Allow",\n',
  },
  {
    name: "a comma too many",
    policy: trust({ condition: idLike('"acme@*",') }),
    title: "Remove the comma",
    after: '{ "sts:ExternalId": "acme@*" }',
  },
  {
    name: "session tags under a condition on the external ID",
    integration: "tag_assume_role = true",
    policy: trust({ action: '["sts:AssumeRole", "sts:TagSession"]', condition: idLike('"acme@*"') }),
    title: "Split the statement",
    after:
      '    },\n    {\n      "Effect": "Allow",\n      "Principal": { "AWS": "324880187172" },\n      "Action": "sts:TagSession"\n    }',
  },
  {
    name: "a template's pattern, with what is right in it kept",
    call: template("account = data.spacelift_account.this.name"),
    policy: trust({ condition: '{ "StringEquals": { "sts:ExternalId": "${account}@*" } }' }),
    settings: {},
    title: "Use StringLike",
    after: '{ "StringLike": { "sts:ExternalId": "${account}@*" } }',
  },
  {
    name: "one of a template's external IDs in the hyphens of 2022",
    call: template(
      "account = data.spacelift_account.this.name, id = spacelift_aws_integration.main.id, stack = spacelift_stack.network.id",
    ),
    policy: trust({ condition: idLike('["${account}-${id}@${stack}-*", "${account}-${id}@database-*"]') }),
    settings: { instance: "spacelift.io" },
    title: "Use the form with @",
    after: '["${account}@${id}@${stack}@*", "${account}-${id}@database-*"]',
  },
  {
    name: "a template that has the account's name",
    call: template("account = data.spacelift_account.this.name"),
    policy: trust({}),
    settings: { instance: "spacelift.io" },
    title: "Demand the external ID",
    after: '"Condition": { "StringLike": { "sts:ExternalId": "${account}@*" } }',
  },
  {
    name: "a template that has the integration's ID and the slug",
    call: template(
      "account = data.spacelift_account.this.name, id = spacelift_aws_integration.main.id, stack = spacelift_stack.network.id",
    ),
    policy: trust({
      condition: '{ "StringEquals": { "sts:ExternalId": "${account}@${stack}@write" } }',
    }),
    settings: { instance: "spacelift.io" },
    title: "Write ${account}@${id}@${stack}@write",
    after: '"sts:ExternalId": "${account}@${id}@${stack}@write"',
  },
  {
    name: "a template whose principal is the account's own",
    call: template("spacelift = data.spacelift_account.this.aws_account_id"),
    policy: trust({ principal: '{ "AWS": "*" }', condition: idLike('"acme@*"') }),
    settings: { accountName: "acme" },
    title: "Trust Spacelift's account",
    after: '{ "AWS": "${spacelift}" }',
  },
];

describe("a fix in a file that is read", () => {
  it.each(cases)("mends $name", async ({ call, integration, policy, settings, title, after }) => {
    const source = call ?? 'file("${path.module}/trust.json")';
    const texts = { [main]: moduleWith(source, "", integration), "/w/m/trust.json": policy };
    const before = await snapshotOf(texts, settings);
    const atCall = await offered(before, texts, main, source);
    const action = atCall.find((each) => each.title === `${title}, in trust.json`);
    expect(action, atCall.map((each) => JSON.stringify([each.title, each.edits])).join("; ")).toBeDefined();
    const changed = edited(texts, action?.edits ?? []);
    expect(changed["/w/m/trust.json"]).toContain(after);
    expect(() => JSON.parse(changed["/w/m/trust.json"] ?? "") as unknown).not.toThrow();
    const mended = await snapshotOf(changed, settings);
    expect(codes(mended)).toEqual([]);
    expect(outcomes(mended)).toEqual(["allowed"]);
  });

  it("is offered in the file too, under its own name", async () => {
    const texts = {
      [main]: moduleWith('file("trust.json")'),
      "/w/m/trust.json": trust({ condition: idLike('"other@*"') }),
    };
    const actions = await offered(await snapshotOf(texts), texts, "/w/m/trust.json", "other@*");
    expect(actions.map(({ title }) => title)).toEqual(["Write acme@*"]);
  });

  it("goes to where a template's variable gets its value", async () => {
    const call = template('account = "other"');
    const texts = {
      [main]: moduleWith(call),
      "/w/m/trust.json": trust({ condition: idLike('"${account}@*"') }),
    };
    const atCall = await offered(await snapshotOf(texts), texts, main, call);
    const [first] = atCall;
    expect(first?.title).toBe("Write acme in account");
    expect(edited(texts, first?.edits ?? [])[main]).toContain('account = "acme"');
  });

  it.each([
    ["${...}", 'file("trust.json")', '"${aws:userid}"'],
    ["$${...}", 'templatefile("trust.json", {})', '"$${aws:userid}"'],
  ])("writes a policy variable as %s where %s reads it", async (sign, call, after) => {
    const condition = '{ "StringLike": { "sts:ExternalId": "acme@*", "aws:userid": "&{aws:userid}" } }';
    const texts = { [main]: moduleWith(call), "/w/m/trust.json": trust({ condition }) };
    const fixes = await offered(await snapshotOf(texts), texts, main, call);
    const action = fixes.find(({ title }) => title === `Write ${sign}, in trust.json`);
    expect(edited(texts, action?.edits ?? [])["/w/m/trust.json"]).toContain(after);
  });

  it("keeps the line breaks of the file", async () => {
    const texts = {
      [main]: moduleWith('file("trust.json")'),
      "/w/m/trust.json": trust({}).replaceAll("\n", "\r\n"),
    };
    const [action] = await offered(await snapshotOf(texts), texts, main, "file(");
    const after = edited(texts, action?.edits ?? [])["/w/m/trust.json"];
    expect(after).toContain('"Condition"');
    expect(after?.replaceAll("\r\n", "")).not.toContain("\n");
  });
});

describe("a fix that the file has no way to write", () => {
  const noAccount = { instance: "spacelift.io" };

  it.each([
    ["a file that is no template", 'file("trust.json")', trust({}), noAccount],
    ["a template without a variable for it", template('other = "x"'), trust({}), noAccount],
    ["a template that gets another text", template('account = "x"'), trust({}), noAccount],
    ["a principal in a plain file", 'file("trust.json")', trust({ principal: '{ "AWS": "*" }' }), {}],
  ])("is withheld: %s", async (_name, call, policy, settings) => {
    const texts = { [main]: moduleWith(call), "/w/m/trust.json": policy };
    const before = await snapshotOf(texts, settings);
    expect(codes(before)).not.toEqual([]);
    expect(await offered(before, texts, main, call)).toEqual([]);
  });

  it("is withheld where the file is both text and a template", async () => {
    const both = `${moduleWith('file("trust.json")')}locals {\n  x = templatefile("trust.json", {})\n}\n`;
    const texts = { [main]: both, "/w/m/trust.json": trust({}) };
    const before = await snapshotOf(texts);
    expect(codes(before)).toEqual(["trust-external-id-optional"]);
    expect(await offered(before, texts, main, "file(")).toEqual([]);
  });
});

describe("a fix in a file that several modules read", () => {
  const shared = 'file("${path.module}/../shared/trust.json")';
  const policy = trust({ condition: idLike('"other@*"') });

  it("is withheld where one of them is in no connection with the others", async () => {
    const texts = {
      [main]: moduleWith(shared),
      "/w/n/main.tf": moduleWith(shared),
      "/w/shared/trust.json": policy,
    };
    const before = await snapshotOf(texts);
    expect(codes(before)).toEqual(["trust-external-id-mismatch"]);
    expect(await offered(before, texts, main, shared)).toEqual([]);
    expect(fixAll(before)).toEqual([]);
  });

  it("is there where others read a file of their own by the same path", async () => {
    const own = 'file("trust.json")';
    const texts = {
      [main]: moduleWith(own),
      "/w/m/trust.json": policy,
      "/w/n/main.tf": moduleWith(own),
      "/w/n/trust.json": policy,
    };
    expect(await offered(await snapshotOf(texts), texts, main, own)).toHaveLength(1);
  });

  const withCalled = (policyText: string, integration?: string): Texts => ({
    [main]: moduleWith(shared, 'module "n" {\n  source = "../n"\n}\n'),
    "/w/n/main.tf": moduleWith(shared, "", integration),
    "/w/shared/trust.json": policyText,
  });

  it("is there once where a module and one that it calls need it", async () => {
    const texts = withCalled(policy);
    const [fix, ...others] = await offered(await snapshotOf(texts), texts, main, shared);
    expect([fix?.title, others]).toEqual(["Write acme@*, in trust.json", []]);
    const mended = edited(texts, fix?.edits ?? []);
    expect(codes(await snapshotOf(mended))).toEqual([]);
    expect(codes(await snapshotOf(mended, acme, "/w/n/main.tf"))).toEqual([]);
  });

  it("is withheld where a module that is called would be worse off", async () => {
    const open = trust({ principal: '{ "AWS": "*" }', condition: idLike('"other@*"') });
    const worker = 'generate_credentials_in_worker = true\n  external_id = "other@x"';
    const texts = withCalled(open, worker);
    const before = await snapshotOf(texts);
    expect(codes(before)).toContain("trust-external-id-mismatch");
    expect(outcomes(await snapshotOf(texts, acme, "/w/n/main.tf"))).toContain("allowed");
    const titles = (await offered(before, texts, main, shared)).map(({ title }) => title);
    expect(titles).not.toContain("Write acme@*, in trust.json");
  });
});

it("is judged in the part of the module that reads the file", async () => {
  const rest = `resource "aws_iam_role" "other" {\n  name = "other"\n}\n`;
  const texts = {
    [main]: moduleWith('file("trust.json")', rest),
    "/w/m/trust.json": trust({ condition: idLike('"other@*"') }),
  };
  const snapshot = await snapshotOf(texts);
  const [finding] = diagnose(snapshot);
  const part = partAround(snapshot, finding?.fixes()[0]?.edits ?? []);
  expect(part.module.byAddress.has("aws_iam_role.spacelift")).toBe(true);
  expect(part.module.byAddress.has("spacelift_aws_integration_attachment.network")).toBe(true);
  expect(part.module.byAddress.has("aws_iam_role.other")).toBe(false);
  expect(codes(part)).toEqual(["trust-external-id-mismatch"]);
});

describe("Fix All", () => {
  const texts = {
    [main]: moduleWith('file("trust.json")'),
    "/w/m/trust.json": trust({ action: '"sts:AssumeRoleWithSAML"', condition: idLike('"other@*"') }),
  };

  it("mends the file with the module, to the end", async () => {
    const changed = edited(texts, fixAll(await snapshotOf(texts)));
    expect(changed[main]).toBe(texts[main]);
    const mended = await snapshotOf(changed);
    expect(codes(mended)).toEqual([]);
    expect(outcomes(mended)).toEqual(["allowed"]);
  });

  it("leaves it alone where another file is saved", async () => {
    expect(fixAll(await snapshotOf(texts), `file://${main}`)).toEqual([]);
  });
});
