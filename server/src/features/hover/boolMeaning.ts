/** What `true` and `false` mean for each switch of the family. */
import type { BlockSchema } from "../../spacelift/schema.ts";

const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  generate_credentials_in_worker: {
    true: "Your private worker assumes the role with its own credentials, so the role must trust the worker.",
    false: "Spacelift assumes the role, so the role must trust Spacelift's AWS account.",
  },
  autoattach_enabled: {
    true: "The integration attaches itself to what has a label that its `autoattach:` labels name.",
    false: "The integration's `autoattach:` labels do nothing.",
  },
  tag_assume_role: {
    true: "Sessions are tagged with run, stack and space, so the role must allow `sts:TagSession` as well.",
    false: "Sessions carry no tags.",
  },
  read: {
    true: "Phases that only read, such as planning, use this integration.",
    false: "Phases that only read, such as planning, do not use this integration.",
  },
  write: {
    true: "Phases that change things, such as applying, use this integration.",
    false: "Phases that change things, such as applying, do not use this integration.",
  },
};

const asked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  read: {
    true: "Asks for the external ID of phases that only read, such as planning.",
    false: "Does not ask for the external ID of phases that only read.",
  },
  write: {
    true: "Asks for the external ID of phases that change things, such as applying.",
    false: "Does not ask for the external ID of phases that change things.",
  },
};

export function boolMeaning(schema: BlockSchema, name: string, value: string): string | undefined {
  return (schema.mode === "data" ? asked[name] : undefined)?.[value] ?? meanings[name]?.[value];
}
