/** Notifications of our own that the VS Code extension sends. */
import * as v from "valibot";

const besideSchema = v.object({ active: v.boolean() });

/** HashiCorp's or OpenTofu's extension has been switched on or off. */
export const besideTerraformExtension = {
  method: "spaceliftAws/besideTerraformExtension",
  /** Params that do not fit mean that there is none. */
  read(params: unknown): boolean {
    const result = v.safeParse(besideSchema, params);
    return result.success && result.output.active;
  },
} as const;
