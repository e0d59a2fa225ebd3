/** Hover where a module is called by another: what it is given, and why something is not known. */
import { expect, it } from "vitest";
import { checkHover, hoverAt } from "../kit/checkHover.ts";

const child = (body: string): string => `
  //- /child/main.tf
  variable "name" {
    type    = string
    default = "usual"
  }
  resource "spacelift_aws_integration" "main" {
    ${body}
    role_arn = "arn:aws:iam::123456789012:role/spacelift"
  }
`;
const call = (...lines: readonly string[]): string => `
  //- /main.tf
  resource "spacelift_stack" "own" {}
  variable "given" {
    default = 5
  }
  ${lines.map((line, index) => `module "m${index}" {\n  source = "./child"\n  ${line}\n  }\n`).join("  ")}
`;

const folder = { folder: "/child" };

it("a variable is what its call gives", () => {
  checkHover(
    call('name = "a"') + child("name = var.$0name"),
    "var.name",
    ["`module.m0`", 'Value: `"a"`'],
    folder,
  );
});

it("a variable that the call leaves out is its default", () => {
  checkHover(call("") + child("name = var.$0name"), "var.name", ['Value: `"usual"`'], folder);
});

it("several calls that agree give one value", () => {
  const calls = call('name = "a"', 'name = "a"');
  checkHover(calls + child("name = var.$0name"), "var.name", ['Value: `"a"`'], folder);
});

it("calls that do not agree leave it open", () => {
  const calls = call('name = "a"', 'name = "b"');
  checkHover(calls + child("name = var.$0name"), "var.name", ['Default: `"usual"`'], folder);
});

it("things of the caller have their plain names", () => {
  const found = hoverAt(call('name = "x-${spacelift_stack.own.id}"') + child("name = var.$0name"), folder);
  expect(found?.markdown).toContain('Value: `"x-${spacelift_stack.own.id}"`');
});

it("what comes from further outside says what there is without it", () => {
  const found = hoverAt(call("name = var.given") + child("name = var.$0name"), folder);
  expect(found?.markdown).toContain("`var.given` is given from outside the module, by default `5`");
});

it("an output has its value in the caller", () => {
  const source = `
    //- /main.tf
    module "names" {
      source = "./names"
    }
    resource "spacelift_aws_integration" "main" {
      name = module.names.na$0me
    }
    //- /names/main.tf
    output "name" {
      value = "from inside"
    }
  `;
  checkHover(source, "name", ['Value: `"from inside"`']);
});
