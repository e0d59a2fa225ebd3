/** Slips in the name of the external ID's key: AWS has no key of such a name, so no request has it. */
import { slips } from "../../base/nearest.ts";

export function isMisspelt(key: string): boolean {
  const name = key.toLowerCase();
  const right = "sts:externalid";
  return name !== right && (/^\w+:external[-_]?ids?$/.test(name) || slips(name, right) <= 2);
}
