/** Terraform itself as a judge, where it is on the PATH. */
import { spawnSync } from "node:child_process";

export const hasTerraform = spawnSync("terraform", ["version"], { stdio: "ignore" }).status === 0;

/** What `terraform fmt` makes of the text. */
export function terraformFmt(text: string): string {
  const { stdout, stderr, status } = spawnSync("terraform", ["fmt", "-"], { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(`terraform fmt rejects it: ${stderr}\n${text}`);
  return stdout;
}
