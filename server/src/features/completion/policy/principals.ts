/** Whom a trust policy trusts: Spacelift's AWS account, by data source or by the installation. */
import { hostedInstances } from "../../../spacelift/instances.ts";
import { declarationsOfType } from "../../../terraform/module.ts";
import type { CompletionItem } from "../../completionItem.ts";
import type { CompletionContext } from "../context.ts";
import { insertExpression, insertLiteralText } from "../insertion.ts";
import type { ValuePlace } from "../place.ts";

export function principalItems(context: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  return [...fromDataSource(context, place), ...fromSettings(context, place), ...hosted(context, place)];
}

function fromDataSource(
  { module, text, offset }: CompletionContext,
  place: ValuePlace,
): readonly CompletionItem[] {
  return declarationsOfType(module, "data", "spacelift_account").map(({ address }) => {
    const label = `${address}.aws_account_id`;
    return {
      kind: "reference",
      label,
      detail: "Spacelift's AWS account, whichever installation it is",
      documentation: "",
      rank: 0,
      ...insertExpression(place, text, offset, label, label),
    };
  });
}

function fromSettings({ snapshot, text }: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  const { instance, principal } = snapshot.settings;
  if (instance !== "self-hosted" || principal === "") return [];
  return [accountItem(place, text, principal, "your self-hosted installation", 1)];
}

/** The installation that the settings name comes first. */
function hosted({ snapshot, text }: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  const { instance } = snapshot.settings;
  return hostedInstances.map(({ name, label, awsAccountId }, index) =>
    accountItem(place, text, awsAccountId, label, name === instance ? 2 : 3 + index),
  );
}

function accountItem(
  place: ValuePlace,
  text: string,
  label: string,
  detail: string,
  rank: number,
): CompletionItem {
  return { kind: "value", label, detail, documentation: "", rank, ...insertLiteralText(place, text, label) };
}
