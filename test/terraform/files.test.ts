/** Functions that read files and render templates, alone and against the real Terraform. */
import { expect, test } from "vitest";
import { isWhollyKnown, tupleValue } from "../../server/src/terraform/value.ts";
import { describeValue } from "./kit/describeValue.ts";
import { evaluateText } from "./kit/evaluateText.ts";
import { formatValue } from "./kit/formatValue.ts";
import { memoryFiles } from "./kit/memoryFiles.ts";
import { evaluateWithTerraform, terraformVersion } from "./kit/terraformConsole.ts";
import { resolveInWorld } from "./kit/world.ts";

const texts: Readonly<Record<string, string>> = {
  "a.txt": "plain text\n",
  "empty.txt": "",
  "policy.json": '{\n  "Sid": "from-file",\n  "n": [1, 2]\n}\n',
  "sub/b.txt": "b",
  "sub/deep/c.tf.json": "{}",
  "sub/deep/d.txt": "d",
  "hello.tftpl": "Hello, ${name}!\n%{ for port in ports ~}\nport ${port}\n%{ endfor ~}\nend",
  "json.tftpl": '{"account": "${account}", "list": ${jsonencode(list)}}',
  "wrap.tftpl": "${value}",
  "trim.tftpl": '  ${~ a ~}  \n\n%{ if a == "x" ~}\n yes\n%{~ else ~} no %{~ endif }\n',
  "dollar.tftpl": "$${keep} %%{keep} ${upper(a)}\\n",
  "nested.tftpl": '${templatefile("wrap.tftpl", { value = 1 })}',
  "reads.tftpl": '${file("sub/b.txt")}',
  "broken.tftpl": "${",
  "crlf.tftpl": "a\r\n${a}\r\n",
  "END.tftpl": "END\n${a}\nEND_\n",
};

const expressions: readonly string[] = [
  'file("a.txt")',
  'file("./a.txt")',
  'file("sub/../a.txt")',
  'file("missing.txt")',
  'file("")',
  "file(null)",
  'file("empty.txt")',
  'fileexists("a.txt")',
  'fileexists("missing.txt")',
  'filebase64("a.txt")',
  'filemd5("a.txt")',
  'filesha1("a.txt")',
  'filesha256("a.txt")',
  'filesha512("empty.txt")',
  'filebase64sha256("a.txt")',
  'filebase64sha512("a.txt")',
  'filemd5("missing.txt")',
  'jsondecode(file("policy.json"))',
  'fileset(".", "*.txt")',
  'fileset(".", "**/*.txt")',
  'fileset("sub", "**")',
  'fileset("sub", "*")',
  'fileset("sub", "deep/?.txt")',
  'fileset(".", "{a,empty}.txt")',
  'fileset(".", "[a-b].txt")',
  'fileset(".", "nothing/*")',
  'fileset("sub/deep", "*.{txt,json}")',
  'templatefile("hello.tftpl", { name = "you", ports = [80, 443] })',
  'templatefile("hello.tftpl", { name = "you" })',
  'templatefile("hello.tftpl", [])',
  'templatefile("json.tftpl", { account = "acme", list = ["a", 1] })',
  'templatefile("wrap.tftpl", { value = 5 })',
  'templatefile("wrap.tftpl", { value = [1] })',
  'templatefile("wrap.tftpl", { value = null })',
  'templatefile("trim.tftpl", { a = "x" })',
  'templatefile("trim.tftpl", { a = "y" })',
  'templatefile("dollar.tftpl", tomap({ a = "q" }))',
  'templatefile("nested.tftpl", {})',
  'templatefile("reads.tftpl", {})',
  'templatefile("broken.tftpl", {})',
  'templatefile("crlf.tftpl", { a = 1 })',
  'templatefile("END.tftpl", { a = 1 })',
  'templatefile("missing.tftpl", {})',
  '{ for t in ["x $${a}"] : "k" => templatestring(t, { a = 1 }) }',
  '[for t in ["%%{ if b }y%%{ endif }"] : templatestring(t, { b = true })]',
  'templatestring("literal", {})',
  '[for t in ["$${"] : templatestring(t, {})]',
  "[for t in [5] : templatestring(t, {})]",
];

const files = memoryFiles(texts);
const version = terraformVersion();

test.skipIf(version === undefined)(
  `files are read as Terraform reads them (${version ?? "terraform is not on the PATH"})`,
  () => {
    const theirs = evaluateWithTerraform(expressions, texts);
    const ours = expressions.map((expression) => {
      const { value, failures } = evaluateText(expression, { files });
      if (failures.length > 0) return undefined;
      return isWhollyKnown(value) ? `  ${formatValue(tupleValue([value]), 2)},\n` : "(unknown)";
    });
    expect(zip(ours)).toEqual(zip(theirs));
  },
);

function zip(results: readonly (string | undefined)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    expressions.map((expression, index) => [expression, results[index] ?? "(fails)"]),
  );
}

const alone: readonly (readonly [expression: string, value: string])[] = [
  ['file("a.txt")', '"plain text\n"'],
  ['fileexists("missing.txt")', "false"],
  ['fileset("sub", "**/*.txt")', 'set("b.txt", "deep/d.txt")'],
  ['file("../outside.txt")', "?file not readable"],
  ['fileexists("/etc/passwd")', "?file not readable"],
  ['fileset("..", "*")', "?file not readable"],
  ['templatefile("wrap.tftpl", { value = "v" })', '"v"'],
  ['jsondecode(templatefile("json.tftpl", { account = var.unset, list = [] })).account', '"${var.unset}"'],
];

test.each(alone)("%s", (expression, expected) => {
  const { value } = evaluateText(expression, { files, resolve: resolveInWorld });
  expect(describeValue(value)).toBe(expected);
});

test("a value out of a file has its place in the file", () => {
  const { value } = evaluateText('jsondecode(file("policy.json")).Sid', { files });
  const [origin] = value.origins;
  expect(origin?.uri).toBe("file:///module/policy.json");
  expect(texts["policy.json"]?.slice(origin?.span.start, origin?.span.end)).toBe("from-file");
});

test("literal text out of a template has its place in the template", () => {
  const { value } = evaluateText('templatefile("hello.tftpl", { name = "you", ports = [] })', { files });
  const first = value.kind === "string" ? value.parts[0] : undefined;
  expect(first?.origin).toEqual({ uri: "file:///module/hello.tftpl", span: { start: 0, end: 7 } });
});
