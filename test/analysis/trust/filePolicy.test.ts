/** Trust policies that stand in files of the workspace: their verdicts, and where what is wrong with them is. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../../server/src/analysis/diagnose.ts";
import type { Finding } from "../../../server/src/analysis/finding.ts";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { readSettings } from "../../../server/src/workspace/settings.ts";
import type { Snapshot } from "../../../server/src/workspace/snapshot.ts";
import { Workspace } from "../../../server/src/workspace/workspace.ts";
import { memoryFileSystem } from "../../kit/memoryFileSystem.ts";
import { moduleWith } from "./verdictLines.ts";

const trust = (id: string): string => `{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "AWS": "324880187172" },
    "Action": "sts:AssumeRole",
    "Condition": { "StringLike": { "sts:ExternalId": "${id}" } }
  }]
}
`;

function workspaceOver(texts: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace(memoryFileSystem(texts), () => undefined);
  workspace.configure(readSettings({ accountName: "acme", instance: "spacelift.io" }).settings, false);
  workspace.setRoots(["file:///w"]);
  return workspace;
}

function snapshotWith(policy: string, files: Readonly<Record<string, string>> = {}): Promise<Snapshot> {
  const workspace = workspaceOver({ "/w/m/main.tf": moduleWith(policy), ...files });
  return workspace.snapshot("file:///w/m/main.tf");
}

function outcomesIn(snapshot: Snapshot): readonly string[] {
  const roles = verdictsOf(viewOf(snapshot)).map(({ role, sessions }) =>
    role.kind === "unjudged" ? ["unjudged"] : sessions.map(({ outcome }) => outcome),
  );
  return [...new Set(roles.flat())];
}

/** What is written at the finding, in the text of its file. */
function written({ location: { uri, span } }: Finding, texts: Readonly<Record<string, string>>): string {
  const path = uri.replace("file://", "");
  return `${path}: ${texts[path]?.slice(span.start, span.end) ?? ""}`;
}

interface Case {
  readonly name: string;
  readonly policy: string;
  readonly files: Readonly<Record<string, string>>;
  readonly outcome: string;
}

const template = trust("${account}@*");

const cases: readonly Case[] = [
  {
    name: "file() of a document that lets Spacelift in",
    policy: 'file("${path.module}/trust.json")',
    files: { "/w/m/trust.json": trust("acme@*") },
    outcome: "allowed",
  },
  {
    name: "file() of a document for another account",
    policy: 'file("${path.module}/trust.json")',
    files: { "/w/m/trust.json": trust("other@*") },
    outcome: "refused",
  },
  {
    name: "a plain relative path in a root module",
    policy: 'file("policies/../trust.json")',
    files: { "/w/m/trust.json": trust("other@*") },
    outcome: "refused",
  },
  {
    name: "a path above the module, inside the workspace",
    policy: 'file("${path.root}/../shared/trust.json")',
    files: { "/w/shared/trust.json": trust("acme@*") },
    outcome: "allowed",
  },
  {
    name: "decoded and encoded again",
    policy: 'jsonencode(jsondecode(file("./trust.json")))',
    files: { "/w/m/trust.json": trust("acme@*") },
    outcome: "allowed",
  },
  {
    name: "templatefile() with a variable",
    policy: 'templatefile("trust.json.tftpl", { account = "acme" })',
    files: { "/w/m/trust.json.tftpl": template },
    outcome: "allowed",
  },
  {
    name: "templatefile() with the name of another account",
    policy: 'templatefile("${path.module}/trust.json.tftpl", { account = "other" })',
    files: { "/w/m/trust.json.tftpl": template },
    outcome: "refused",
  },
  {
    name: "templatefile() with a name that only a run knows",
    policy: 'templatefile("trust.json.tftpl", { account = data.spacelift_account.this.name })',
    files: { "/w/m/trust.json.tftpl": template },
    outcome: "allowed",
  },
  {
    name: "a missing file",
    policy: 'file("${path.module}/trust.json")',
    files: { "/w/m/other.json": trust("other@*") },
    outcome: "unknown",
  },
  {
    name: "a file outside the workspace",
    policy: 'file("${path.module}/../../outside/trust.json")',
    files: { "/outside/trust.json": trust("other@*") },
    outcome: "unknown",
  },
  {
    name: "an absolute path",
    policy: 'file("/w/m/trust.json")',
    files: { "/w/m/trust.json": trust("other@*") },
    outcome: "unknown",
  },
  {
    name: "a path that is not written out",
    policy: 'file("${path.cwd}/trust.json")',
    files: { "/w/m/trust.json": trust("other@*") },
    outcome: "unknown",
  },
];

describe("a policy out of a file", () => {
  it.each(cases)("$name", async ({ policy, files, outcome }) => {
    expect(outcomesIn(await snapshotWith(policy, files))).toEqual([outcome]);
  });

  it.each(["/w/m/trust.json", "/w/m/trust.json.tftpl"])(
    "is found wrong where it is written: %s",
    async (path) => {
      const call = path.endsWith("tftpl") ? 'templatefile("trust.json.tftpl", {})' : 'file("trust.json")';
      const texts = { [path]: trust("other@*") };
      const found = diagnose(await snapshotWith(call, texts)).filter(({ location }) =>
        location.uri.endsWith(path),
      );
      expect(found.map((finding) => written(finding, texts))).toEqual([`${path}: other@*`]);
      expect(found.flatMap((finding) => finding.fixes().map(({ title }) => title))).toEqual(["Write acme@*"]);
      const calls = found.flatMap(({ related }) =>
        related.filter(({ message }) => /is read here/.test(message)),
      );
      expect(calls.map(({ location }) => location.uri)).toEqual(["file:///w/m/main.tf"]);
    },
  );

  it("is no matter for findings where nobody can read it", async () => {
    const codes = async (policy: string): Promise<readonly string[]> =>
      diagnose(await snapshotWith(policy)).map(({ code }) => code);
    expect(await codes('file("${path.module}/missing.json")')).toEqual([]);
    expect(await codes('file("${path.module}/../../outside.json")')).toEqual([]);
  });

  it("is left in peace by a comment at the call", async () => {
    const files = { "/w/m/trust.json": trust("other@*") };
    const loud = diagnose(await snapshotWith('file("trust.json")', files));
    const [code = ""] = loud.filter(({ location }) => location.uri.endsWith(".json")).map((one) => one.code);
    const quiet = await snapshotWith(`file("trust.json") # spacelift-aws:ignore ${code} on purpose`, files);
    expect(diagnose(quiet).filter(({ location }) => location.uri.endsWith(".json"))).toEqual([]);
  });

  it("is judged in the module that is called, from the root where the path says so", async () => {
    const texts = {
      "/w/root/main.tf": 'module "m" {\n  source = "../m"\n}\n',
      "/w/root/trust.json": trust("other@*"),
      "/w/m/trust.json": trust("acme@*"),
    };
    expect(outcomesIn(await called('file("${path.module}/trust.json")', texts))).toEqual(["allowed"]);
    expect(outcomesIn(await called('file("trust.json")', texts))).toEqual(["refused"]);
  });
});

async function called(policy: string, files: Readonly<Record<string, string>>): Promise<Snapshot> {
  const workspace = workspaceOver({ "/w/m/main.tf": moduleWith(policy), ...files });
  await workspace.indexed();
  return workspace.snapshot("file:///w/m/main.tf");
}
