/** A small world for symbolic evaluation: a role, an account, an integration, variables and locals. */
import type { Location } from "../../../server/src/base/location.ts";
import type { Reference, Resolution } from "../../../server/src/terraform/scope.ts";
import { dynamicType, stringType } from "../../../server/src/terraform/type.ts";
import type { PlainReason, ReferenceValue, Value } from "../../../server/src/terraform/value.ts";
import { errorValue, stringValue, symbolValue, unknownValue } from "../../../server/src/terraform/value.ts";
import { evaluateText } from "./evaluateText.ts";

const role: Readonly<Record<string, Value>> = { name: stringValue("deploy"), path: stringValue("/") };

function thing(
  id: string,
  kind: PlainReason["kind"],
  at: Location,
  known: Readonly<Record<string, Value>> = {},
): ReferenceValue {
  return {
    kind: "reference",
    id,
    attributes: new Map(Object.entries(known)),
    attributeTypes: new Map([
      ["arn", stringType],
      ["id", stringType],
      ["name", stringType],
    ]),
    reason: { kind, subject: id, at },
    origins: [at],
  };
}

/** `unset` has no value, `open` not even a type; everything else is text in these tables. */
const locals: Readonly<Record<string, string>> = {
  name: '"ci"',
  list: '["a", var.unset, "c"]',
  map: "{ one = 1, two = var.open }",
  broken: "{ good = 1, bad = [][0] }",
  policy: 'jsonencode({ Version = "2012-10-17", Id = data.spacelift_account.this.name })',
};

export function resolveInWorld(reference: Reference): Resolution {
  const { root, steps, at } = reference;
  const name = String(steps[0]?.key ?? "");
  const reason: PlainReason = { kind: "variable without value", subject: name, at };
  switch (root) {
    case "aws_iam_role":
      return { value: thing(`aws_iam_role.${name}`, "known after apply", at, role), consumed: 1 };
    case "spacelift_aws_integration":
      return { value: thing(`spacelift_aws_integration.${name}`, "known after apply", at), consumed: 1 };
    case "data":
      return { value: thing(`data.${name}`, "data source", at), consumed: 2 };
    case "local":
      return { value: evaluateText(locals[name] ?? "null", { resolve: resolveInWorld }).value, consumed: 1 };
    case "var":
      if (name === "nameless") return { value: unknownValue(reason, stringType), consumed: 1 };
      return {
        value: symbolValue(
          { id: `var.${name}`, type: name === "unset" ? stringType : dynamicType },
          reason,
          at,
        ),
        consumed: 1,
      };
    default:
      return { value: errorValue(`${root} is not declared`, at), consumed: 0 };
  }
}
