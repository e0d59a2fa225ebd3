/** Every mention of a name, and the highlights that agree with them. */
import { describe, expect, it } from "vitest";
import { documentHighlights } from "../../server/src/features/documentHighlights.ts";
import { references } from "../../server/src/features/references.ts";
import { checkReferences } from "../kit/checkNavigation.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

describe("references", () => {
  it.each([
    [
      "over all files, from the declaration",
      `
      //- /a.tf
      variable "«!x$0»" {}
      //- /b.tf
      locals { a = var.«x» }
      //- /c.tf
      output "o" { value = "\${var.«x»}-var.x" }
      `,
    ],
    [
      "from a use",
      `
      locals {
        «!a» = 1
        b = local.«a$0»
        c = { a = local.«a», (local.«a») = 2 }
        d = local.a-b
      }
      `,
    ],
    [
      "in blocks that only name an address",
      `
      resource "t" "«!x»" {}
      moved {
        from = t.old
        to = t.«x»
      }
      import {
        to = t.«x$0»
        id = "1"
      }
      removed {
        from = t.other
      }
      `,
    ],
    [
      "resource and data source of one name apart",
      `resource "t" "«!x»" {}\ndata "t" "x" {}\nlocals { a = [t.«x»$0, data.t.x] }`,
    ],
    [
      "of a for variable, with its shadow left alone",
      `locals { a = [for «!v» in local.v : [«v», [for v in «v$0» : v], { v = «v» }]] }`,
    ],
    [
      "of what count repeats",
      `
      resource "t" "x" {
        «!count» = 2
        name = "\${«count.index$0»}"
        tags = { n = «count.index» + 1 }
      }
      resource "t" "y" {
        count = 3
        name = count.index
      }
      `,
    ],
    [
      "of an iterator",
      `
      resource "t" "x" {
        dynamic "s" {
          for_each = s.value
          iterator = «!s$0»
          content { a = [«s».key, «s».value.b] }
        }
      }
      `,
    ],
    ["of a resource through self", `resource "t" "«!x$0»" {\n  provisioner "p" { a = «self».id }\n}`],
    ["of something undeclared", `locals { a = [local.«b$0», local.«b».c] }`],
    [
      "of an aliased provider",
      `provider "«!aws$0»" { alias = "us" }\nresource "t" "x" { provider = «aws.us» }\nresource "t" "y" { provider = aws }`,
    ],
  ])("%s", (_, source) => {
    checkReferences(source);
  });

  it("gives nothing for a file that is not there, or outside the text", () => {
    const snapshot = snapshotOf(readFixture("locals { a = local.a } # spacelift_").files);
    expect(references(snapshot, "file:///elsewhere/x.tf", 3, true)).toEqual([]);
    expect(references(snapshot, "file:///module/main.tf", 4000, true)).toEqual([]);
    expect(documentHighlights(snapshot, "file:///module/main.tf", 4000)).toBeUndefined();
  });

  it("leaves addresses to another Terraform extension, but not highlights", () => {
    const { files, cursor } = readFixture("locals { a = local.$0a } # spacelift_");
    const snapshot = snapshotOf(files, { besideTerraformExtension: true });
    const offset = cursor?.span.start ?? 0;
    expect(references(snapshot, "file:///module/main.tf", offset, true)).toEqual([]);
    expect(documentHighlights(snapshot, "file:///module/main.tf", offset)).toHaveLength(2);
  });
});
