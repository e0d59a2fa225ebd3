/** The outline of a file. */
import { describe, expect, it } from "vitest";
import { documentSymbols, type DocumentSymbol } from "../../server/src/features/documentSymbols.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf, type SnapshotOptions } from "../kit/snapshot.ts";

function outline(source: string, options?: SnapshotOptions): readonly string[] {
  const { files } = readFixture(source);
  const [file] = files;
  if (!file) return [];
  return documentSymbols(snapshotOf(files, options), file.uri).flatMap((symbol) =>
    lines(symbol, file.text, ""),
  );
}

/** One line for each symbol, indented by its depth: `kind name (detail) «what a click selects»`. */
function lines(symbol: DocumentSymbol, text: string, indent: string): readonly string[] {
  const { name, detail, kind, span, nameSpan, children } = symbol;
  expect(span.start <= nameSpan.start && nameSpan.end <= span.end && name !== "").toBe(true);
  const about = detail === "" ? "" : ` (${detail})`;
  const own = `${indent}${kind} ${name}${about} «${text.slice(nameSpan.start, nameSpan.end)}»`;
  return [own, ...children.flatMap((child) => lines(child, text, `${indent}  `))];
}

describe("documentSymbols", () => {
  it("lists blocks by what they declare, with their attributes", () => {
    const source = `
      resource "spacelift_aws_integration" "main" {
        name = "main"
        duration_seconds = 900
        labels = [
          "a",
        ]
        lifecycle {
          prevent_destroy = true
        }
      }
      data "spacelift_account" "me" {}
      locals {
        a = aws_iam_role.x.arn
      }
      variable "v" {}
      output "o" { value = true }
      module "m" {}
      provider "aws" {}
      terraform {}
    `;
    expect(outline(source)).toEqual([
      `resource spacelift_aws_integration.main (resource) «"main"»`,
      `  string name ("main") «name»`,
      `  number duration_seconds (900) «duration_seconds»`,
      `  list labels ([ …) «labels»`,
      `  block lifecycle «lifecycle»`,
      `data data.spacelift_account.me (data source) «"me"»`,
      `block locals «locals»`,
      `  expression a (aws_iam_role.x.arn) «a»`,
      `variable var.v (variable) «"v"»`,
      `output output.o (output) «"o"»`,
      `  bool value (true) «value»`,
      `module module.m (module) «"m"»`,
      `provider provider.aws (provider) «"aws"»`,
      `block terraform «terraform»`,
    ]);
  });

  it("names broken things as far as they are written", () => {
    const source = `
      resource "spacelift_aws_integration" "
      resource "" "" {
        name =
      data {
      }}}
    `;
    expect(outline(source).every((line) => line.trim().length > 0)).toBe(true);
    expect(outline(source)[0]).toBe(`resource spacelift_aws_integration (resource) «"»`);
  });

  it("is left to another Terraform extension, and to modules of Spacelift", () => {
    expect(outline(`resource "spacelift_stack" "x" {}`)).toHaveLength(1);
    expect(outline(`resource "spacelift_stack" "x" {}`, { besideTerraformExtension: true })).toEqual([]);
    expect(outline(`resource "aws_iam_role" "x" {}`)).toEqual([]);
    expect(outline("")).toEqual([]);
  });
});
