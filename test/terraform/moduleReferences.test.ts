/** Which references of a module Terraform reads, and which names are none. */
import { expect, it } from "vitest";
import { moduleReferences } from "../../server/src/terraform/moduleReferences.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

it("collects every reference once, with its owner", () => {
  const { module } = snapshotOf(
    readFixture(`
      resource "a" "x" {
        provider   = aws.eu
        value      = local.l
        depends_on = [b.y]

        dynamic "block" {
          for_each = var.list
          content {
            name = block.value
          }
        }

        lifecycle {
          ignore_changes       = [tags.x]
          replace_triggered_by = [b.z]
        }
      }

      locals {
        l = data.d.w.id
      }

      check "c" {
        assert {
          condition = a.x.ok
        }
      }

      import {
        to = a.imported
        id = "x"
      }
    `).files,
  );
  const found = moduleReferences(module).map(
    ({ reference, owner, inDependsOn }) =>
      `${owner?.address ?? "-"}: ${reference.address}${inDependsOn ? " (waits)" : ""}`,
  );
  expect(found).toEqual([
    "a.x: local.l",
    "a.x: b.y (waits)",
    "a.x: var.list",
    "a.x: b.z",
    "local.l: data.d.w",
    "-: a.x",
  ]);
});
