/** An integration whose role a private worker assumes by itself. */
import { text } from "../../../hcl/write.ts";
import { workerNames } from "../../trustPolicy/names.ts";
import { snippet, stop, type Snippet } from "../snippetText.ts";
import { attachmentBlock, roleBlock, stackStop, type Shared } from "./blocks.ts";
import { freeLabel, freeRoleName, type SetUp } from "./setUp.ts";

/** https://docs.spacelift.io/integrations/cloud-providers/aws */
export const privateWorker: SetUp = {
  label: "spacelift aws set-up for a private worker",
  detail: "integration, role that trusts your worker, attachment",
  documentation:
    "Your private worker assumes the role, and Spacelift never sees the credentials. The role trusts what your " +
    "workers run as, under the external ID that you choose. The policy needs no ID of the integration, so the " +
    "integration simply refers to the role.",
  blocks: (view) => {
    const shared = {
      label: stop(1, freeLabel(view.module, "this")),
      name: stop(2, freeRoleName(view.module)),
    };
    const externalId = stop(3, "my-workers");
    const { principal, missingBlocks } = workerNames(view);
    const trust = {
      action: "sts:AssumeRole",
      principal,
      externalId: { operator: "StringEquals", values: text(snippet`"${externalId}"`.snippet) },
    } as const;
    return [
      ...missingBlocks.map((block) => snippet`${block}`),
      integrationBlock(shared, externalId),
      roleBlock(shared, trust),
      attachmentBlock(shared, { stack: stackStop(view, 4), waits: false }),
    ];
  },
};

function integrationBlock({ label, name }: Shared, externalId: Snippet): Snippet {
  return snippet`resource "spacelift_aws_integration" "${label}" {
  name     = "${name}"
  role_arn = aws_iam_role.${label}.arn

  generate_credentials_in_worker = true
  external_id                    = "${externalId}"
}`;
}
