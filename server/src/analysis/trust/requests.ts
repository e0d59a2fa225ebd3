/**
 * The requests behind a session: assuming the role, and passing tags along with it.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
import {
  absent,
  caller,
  contextOf,
  single,
  withKey,
  type Caller,
  type Context,
  type ContextValue,
  type Request,
} from "../../iam/request.ts";
import { perObject } from "../../base/remember.ts";
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import { isMisspelt } from "./misspeltKey.ts";
import { hostedAccounts, type SpaceliftNames } from "./names.ts";
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
    : { kind: "single", value: externalId };
}

function requestFor(
  action: string,
  names: SpaceliftNames,
  assumer: Assumer,
  externalId: ContextValue,
): Request {
  const { who, context } = assumer === "worker" ? ofWorkers() : ofSpacelift(names);
  return withKey({ action, caller: who, context }, "sts:ExternalId", externalId);
}

/** What all requests of one assumer have in common. */
interface Circumstances {
  readonly who: Caller;
  readonly context: Context;
}

const ofSpacelift = perObject(({ awsAccount, partition }: SpaceliftNames) =>
  circumstancesOf(awsAccount, partition),
);

function ofWorkers(): Circumstances {
  return circumstancesOf([workerAccount], [workerPartition]);
}

function circumstancesOf(account: SymbolicString, partition: SymbolicString): Circumstances {
  const role = symbolic`arn:${partition}:iam::${account}:role/${roleName}`;
  const session = symbolic`arn:${partition}:sts::${account}:assumed-role/${roleName}`;
  const context = contextOf(
    {
      "aws:PrincipalAccount": single(account),
      "aws:PrincipalArn": single(role),
      "sts:RoleSessionName": { kind: "unknown", reason: "the session's name is another one in each run" },
    },
    { kind: "by-name", valueOf: otherKey },
  );
  return { who: caller(account, partition, [role, session]), context };
}

function otherKey(key: string): ContextValue {
  return isMisspelt(key)
    ? absent
    : { kind: "unknown", reason: `what the request says of ${key} is not known` };
}

/** Workers may share the account of a self-hosted installation, but not one of Spacelift's own. */
const workerAccount = {
  ...awsAccountSymbol("AWS account of the workers"),
  label: "the AWS account of your workers",
  never: hostedAccounts,
};
const workerPartition = {
  ...openSymbol("AWS partition of the workers", "the AWS partition of your workers"),
};
const roleName = openSymbol("role of the caller", "the role that the caller has in its own account");
