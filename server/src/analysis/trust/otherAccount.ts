/**
 * Whether an integration is in another Spacelift account than the one that the settings tell of. A module that works
 * with several accounts has a provider for each: https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider
 */
import type { FamilyBlock, ModuleView } from "../moduleView.ts";
import { providerOf } from "../provider.ts";

/** The settings tell of one account, which is taken for that of the provider that nobody has to name. */
export function mayBeOtherAccount(view: ModuleView, block: FamilyBlock): boolean {
  const { accountName, instance } = view.settings;
  const own = providerOf(block);
  if (own === undefined || (accountName === "" && instance === "auto")) return false;
  return view.family.some((other) => providerOf(other) !== own);
}
