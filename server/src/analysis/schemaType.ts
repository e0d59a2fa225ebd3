/** The types of the provider's schema in the terms of Terraform's language. */
import type { ValueType } from "../spacelift/schema.ts";
import {
  boolType,
  listType,
  mapType,
  numberType,
  objectType,
  setType,
  stringType,
  type Type,
} from "../terraform/type.ts";

export function terraformType(type: ValueType): Type {
  switch (type.kind) {
    case "string":
      return stringType;
    case "number":
      return numberType;
    case "bool":
      return boolType;
    case "list":
      return listType(terraformType(type.of));
    case "set":
      return setType(terraformType(type.of));
    case "map":
      return mapType(terraformType(type.of));
    case "object":
      return objectType(new Map(type.attributes.map((item) => [item.name, terraformType(item.type)])));
  }
}
