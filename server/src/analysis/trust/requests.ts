/**
 * The requests behind a session: assuming the role, and passing tags along with it.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
import {
  absent,
  caller,
  contextOf,
  single,
  type Caller,
  type ContextValue,
  type Request,
} from "../../iam/request.ts";
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import type { SpaceliftNames } from "./names.ts";
import { awsAccountSymbol, openSymbol } from "./shapes.ts";

/** Who assumes the role: Spacelift, or the private worker itself. */
export type Assumer = "spacelift" | "worker";

export function assumeRoleRequest(
  names: SpaceliftNames,
  assumer: Assumer,
  externalId: SymbolicString | undefined,
): Request {
  return requestFor("sts:AssumeRole", names, assumer, externalIdValue(externalId));
}

/** The external ID is no part of this request: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
export function tagSessionRequest(names: SpaceliftNames, assumer: Assumer): Request {
  return requestFor("sts:TagSession", names, assumer, absent);
}

function externalIdValue(externalId: SymbolicString | undefined): ContextValue {
  return externalId === undefined
    ? { kind: "unknown", reason: "which external ID is sent is not known" }
    : single(externalId);
}

function requestFor(
  action: string,
  names: SpaceliftNames,
  assumer: Assumer,
  externalId: ContextValue,
): Request {
  const { account, who, role } = callerOf(names, assumer);
  return {
    action,
    caller: who,
    context: contextOf(
      {
        "sts:ExternalId": externalId,
        "aws:PrincipalAccount": single(account),
        "aws:PrincipalArn": single(role),
        "sts:RoleSessionName": { kind: "unknown", reason: "the session's name is another one in each run" },
      },
      { kind: "unknown", reason: "what the request says about this is not known" },
    ),
  };
}

function callerOf(
  names: SpaceliftNames,
  assumer: Assumer,
): { readonly account: SymbolicString; readonly who: Caller; readonly role: SymbolicString } {
  const account = assumer === "worker" ? [workerAccount] : names.awsAccount;
  const partition = assumer === "worker" ? [workerPartition] : names.partition;
  const role = symbolic`arn:${partition}:iam::${account}:role/${roleName}`;
  const session = symbolic`arn:${partition}:sts::${account}:assumed-role/${roleName}`;
  return { account, who: caller(account, partition, [role, session]), role };
}

const workerAccount = {
  ...awsAccountSymbol("AWS account of the workers"),
  label: "the AWS account of your workers",
};
const workerPartition = {
  ...openSymbol("AWS partition of the workers", "the AWS partition of your workers"),
};
const roleName = openSymbol("role of the caller", "the role that the caller has in its own account");
