/** Findings across the calls of modules: where they are shown, and in which calls they hold. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import { findingsIn } from "../../server/src/analysis/findingsIn.ts";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import { anyFileOf } from "../../server/src/workspace/snapshot.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

/** `file «text» message` of each finding of the code in the module of a folder. */
function found(source: string, code: string, folder = "/child"): readonly string[] {
  const snapshot = snapshotOf(readFixture(source).files, { folder });
  return diagnose(snapshot)
    .filter((finding) => finding.code === code)
    .map(({ location: { uri, span }, message }) => {
      const text = anyFileOf(snapshot, uri)?.syntax.text.slice(span.start, span.end) ?? "";
      return `${uri.replace("file:///module", "")} «${text}» ${/This is so only.*/.exec(message)?.[0] ?? ""}`.trim();
    });
}

const child = `//- /child/main.tf
variable "duration" {
  type = number
}
variable "labels" {
  type    = list(string)
  default = []
}
resource "spacelift_aws_integration" "main" {
  name             = "main"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift"
  duration_seconds = var.duration
  labels           = var.labels
}
output "id" {
  value = spacelift_aws_integration.main.id
}
`;

const call = (name: string, ...lines: readonly string[]): string =>
  `module "${name}" {\n  source = "./child"\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;

const range = "duration-out-of-range";

describe("a value that a call passes", () => {
  it("is shown where it is written", () => {
    expect(found(`//- /main.tf\n${call("m", "duration = 5")}${child}`, range)).toEqual(["/main.tf «5»"]);
  });

  it("is shown where it is written, through locals and several calls", () => {
    const source = `//- /main.tf
locals {
  short = 5
}
${call("m", "duration = local.short")}${call("n", "duration = local.short")}${call("o", "duration = 3600")}${child}`;
    expect(found(source, range)).toEqual(["/main.tf «5»"]);
  });

  it("is shown in a file of values of the root", () => {
    const source = `//- /main.tf
variable "given" {}
${call("m", "duration = var.given")}//- /terraform.tfvars
given = 7
${child}`;
    expect(found(source, range)).toEqual(["/terraform.tfvars «7»"]);
  });

  it("is shown in a JSON file, without a fix", () => {
    const source = `//- /main.tf.json
{"module": {"m": {"source": "./child", "duration": 5}}}
${child}`;
    expect(found(source, range)).toEqual(["/main.tf.json «5»"]);
    const snapshot = snapshotOf(readFixture(source).files, { folder: "/child" });
    expect(
      diagnose(snapshot)
        .find(({ code }) => code === range)
        ?.fixes(),
    ).toEqual([]);
  });

  it("is nothing where nobody knows it", () => {
    expect(found(child, range)).toEqual([]);
    expect(
      found(
        `//- /main.tf\nvariable "given" {\n  default = 5\n}\n${call("m", "duration = var.given")}${child}`,
        range,
      ),
    ).toEqual([]);
  });

  it("can be silenced where it is written", () => {
    const source = `//- /main.tf\n${call("m", `duration = 5 # spacelift-aws:ignore ${range}`)}${child}`;
    expect(found(source, range)).toEqual([]);
  });
});

describe("what holds in some calls only", () => {
  it("is not said of what holds in all", () => {
    const wrong = `labels = ["autoattach:x"]`;
    const source = (...calls: readonly string[]): string => `//- /main.tf\n${calls.join("")}${child}`;
    const code = "autoattach-disabled";
    const all = found(source(call("m", wrong), call("n", wrong)), code);
    expect(all.every((line) => !line.includes("This is so only"))).toBe(true);
    expect(all).not.toEqual([]);
  });

  it("is told where the place is in the module itself", () => {
    const source = `//- /main.tf
${call("a", "count = 1", "on = true")}${call("b", 'for_each = toset(["x"])', "on = true")}${call("c", "on = false")}//- /child/main.tf
variable "on" {}
resource "spacelift_aws_integration" "main" {
  name             = "main"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift"
  duration_seconds = var.on ? 5 : 3600
}
output "id" {
  value = spacelift_aws_integration.main.id
}
`;
    expect(found(source, range)).toEqual([
      '/child/main.tf «5» This is so only in module.a[0] and module.b["x"].',
    ]);
  });

  it("names the folders where several call", () => {
    const module = `//- /child/main.tf
variable "on" {}
resource "spacelift_aws_integration" "main" {
  name             = "main"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift"
  duration_seconds = var.on ? 5 : 3600
}
output "id" {
  value = spacelift_aws_integration.main.id
}
`;
    const from = (folder: string, on: boolean): string =>
      `//- /${folder}/main.tf\nmodule "m" {\n  source = "../child"\n  on = ${String(on)}\n}\n`;
    expect(found(from("prod", true) + from("test", false) + module, range)).toEqual([
      "/child/main.tf «5» This is so only in module.m of ../prod.",
    ]);
  });
});

describe("what a called module hands out", () => {
  it("counts in the caller, and is shown where it is written", () => {
    const source = `//- /main.tf
module "names" {
  source = "./names"
}
resource "spacelift_aws_integration" "main" {
  name             = "main"
  role_arn         = module.names.role
  duration_seconds = module.names.duration
}
output "id" {
  value = spacelift_aws_integration.main.id
}
//- /names/main.tf
output "role" {
  value = "not-an-arn"
}
output "duration" {
  value = 5
}
`;
    expect(found(source, range, "")).toEqual(["/names/main.tf «5»"]);
    expect(found(source, "role-arn-format", "")).toEqual(['/names/main.tf «"not-an-arn"»']);
  });
});

describe("a block that is repeated", () => {
  const integrations = (map: string): string => `//- /main.tf
locals {
  teams = ${map}
}
resource "spacelift_aws_integration" "main" {
  for_each         = local.teams
  name             = each.key
  role_arn         = each.value.role
  duration_seconds = try(each.value.duration, null)
}
output "ids" {
  value = values(spacelift_aws_integration.main)[*].id
}
`;

  it("has findings at the literals of its instances", () => {
    const source = integrations(`{
    a = { role = "arn:aws:iam::123456789012:role/a" }
    b = { role = "b", duration = 5 }
    c = { role = "c", duration = 6 }
  }`);
    expect(found(source, "role-arn-format", "")).toEqual(['/main.tf «"b"»', '/main.tf «"c"»']);
    expect(found(source, range, "")).toEqual(["/main.tf «5»", "/main.tf «6»"]);
  });

  it("has one finding for one place", () => {
    const source = integrations(`{ for name in ["a", "b"] : name => { role = "x", duration = 5 } }`);
    expect(found(source, "role-arn-format", "")).toEqual(['/main.tf «"x"»']);
    expect(found(source, range, "")).toEqual(["/main.tf «5»"]);
  });

  it("has none where the collection is not known", () => {
    expect(found(integrations("var.teams"), "role-arn-format", "")).toEqual([]);
  });
});

describe("a module in JSON", () => {
  const json = JSON.stringify(
    {
      resource: {
        spacelift_aws_integration: {
          main: { name: "main", arn: "arn:aws:iam::123456789012:role/x", duration_seconds: 5 },
        },
      },
      output: { id: { value: "${spacelift_aws_integration.main.id}" } },
    },
    null,
    2,
  );

  it("has the findings of the native syntax, without fixes", () => {
    const source = `//- /main.tf.json\n${json}\n`;
    expect(found(source, range, "")).toEqual(["/main.tf.json «5»"]);
    expect(found(source, "unknown-attribute", "")).toEqual(["/main.tf.json «arn»"]);
    expect(found(source, "missing-attribute", "")).toEqual([]);
    const fixes = diagnose(snapshotOf(readFixture(source).files)).flatMap((finding) => finding.fixes());
    expect(fixes).toEqual([]);
  });

  it("has a finding where the JSON is broken", () => {
    const [first = ""] = found(
      `//- /main.tf.json\n${json.replace("{", "{,")}\n//- /main.tf\n# spacelift_\n`,
      "syntax",
      "",
    );
    expect(first).toContain("/main.tf.json");
  });
});

describe("a file of the caller", () => {
  const source = `//- /main.tf\n${call("m", "duration = 5")}${child}`;

  it("shows what its values do in the modules that it calls, and the fix for it", () => {
    const { files } = readFixture(source);
    const uri = "file:///module/main.tf";
    const findings = findingsIn(snapshotOf(files), uri);
    expect(findings.map(({ code }) => code)).toEqual([range]);
    const edits = findings.flatMap((finding) => finding.fixes()).flatMap((fix) => fix.edits);
    const after = files.map((file) => {
      const here = edits.filter((entry) => entry.uri === file.uri).flatMap((entry) => entry.edits);
      return { ...file, text: applyEdits(file.text, here) };
    });
    expect(after[0]?.text).toContain("duration = 900");
    expect(findingsIn(snapshotOf(after), uri)).toEqual([]);
  });
});
