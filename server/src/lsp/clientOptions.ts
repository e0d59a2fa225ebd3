/** What a client says of itself when it starts the server, checked before anything believes it. */
import * as v from "valibot";

const clientOptionsSchema = v.object({
  /** Settings for clients that do not answer `workspace/configuration`. */
  settings: v.optional(v.unknown()),
  /** HashiCorp's or OpenTofu's extension is active in the same editor. */
  besideTerraformExtension: v.optional(v.boolean(), false),
  /** Commands that the client carries out itself when a code action names one. */
  commands: v.optional(v.array(v.string()), []),
});

export type ClientOptions = v.InferOutput<typeof clientOptionsSchema>;

/** Options that do not fit count as not given. */
export function readClientOptions(input: unknown): ClientOptions {
  const result = v.safeParse(clientOptionsSchema, input ?? {});
  return result.success ? result.output : v.parse(clientOptionsSchema, {});
}
