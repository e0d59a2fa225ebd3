/** What IAM refuses in a trust policy, and what to do, in words. */
import { assertNever } from "../../base/assertNever.ts";
import type { PolicyProblem } from "../../iam/problem.ts";
import { isConditionKey, isWholePrincipal } from "./policyRepair.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export function problemInWords(problem: PolicyProblem): string {
  const { reason, detail } = problem;
  switch (reason) {
    case "policy-not-object":
      return "IAM refuses this trust policy, because it is no JSON object. Write jsonencode({ Version = ..., Statement = [...] }).";
    case "policy-encoded-twice":
      return "IAM refuses this trust policy, because it is JSON already and jsonencode makes a string of it. Leave jsonencode out.";
    case "json-comma-missing":
      return "IAM refuses this trust policy, because a comma is missing in its JSON, behind this. Add it.";
    case "json-comma-too-many":
      return "IAM refuses this trust policy, because JSON has no comma before a closing bracket. Remove it.";
    case "json-colon-missing":
      return "IAM refuses this trust policy, because a colon is missing in its JSON, behind this. Add it.";
    case "json-quote-open":
      return "IAM refuses this trust policy, because this string of its JSON has no closing quote. Add it.";
    case "json-bracket-open":
      return "IAM refuses this trust policy, because this bracket of its JSON is not closed by its like.";
    case "json-space-before":
      return "IAM refuses this trust policy, because white space stands before its JSON. Remove it, or write <<- where all of the text is indented.";
    case "json-unreadable":
      return `IAM refuses this trust policy, because ${detail === "" ? "it ends before its JSON does" : `"${detail}" is no JSON`}.`;
    case "part-may-be-refused":
    case "value-may-be-refused":
    case "sid-may-be-repeated":
      return `${doubtInWords(problem)}.`;
    case "key-repeated":
      return `IAM refuses "${detail}" a second time in one object. Put both together.`;
    case "element-unknown":
      return `IAM refuses "${detail}": a policy has no such element. Names count letter by letter, capitals included.`;
    case "element-not-text":
      return `IAM refuses this value of "${detail}": a string is needed.`;
    case "version-invalid":
      return `IAM refuses the version "${detail}". Write "2012-10-17".`;
    case "statement-missing":
      return "IAM refuses a policy without a statement. Add one that lets Spacelift assume the role.";
    case "statements-not-listed":
      return "aws_iam_policy_document refuses this document, because its Statement is no list. Put brackets around it.";
    case "statement-not-object":
      return "IAM refuses this statement, because it is no object.";
    case "effect-missing":
      return 'IAM refuses a statement without an Effect. Add "Allow" or "Deny".';
    case "effect-invalid":
      return `IAM refuses the effect "${detail}". Write "Allow" or "Deny", with a capital letter.`;
    case "sid-invalid":
      return `IAM refuses the Sid "${detail}": only letters and digits are allowed.`;
    case "sid-repeated":
      return `IAM refuses the Sid "${detail}" a second time, and so does aws_iam_policy_document. Give each statement another one.`;
    case "element-prohibited":
      return `IAM refuses ${detail} in a trust policy ("Has prohibited field ${detail}"). Remove it: the resource is the role itself.`;
    case "not-principal":
      return "IAM refuses NotPrincipal in a trust policy. Name who is trusted as Principal.";
    case "principal-missing":
      return "IAM refuses a statement of a trust policy without a Principal. Name Spacelift's account.";
    case "principal-star":
      return 'IAM refuses "*" as the whole Principal of a role. Name who is meant under AWS: { "AWS": "..." }.';
    case "principal-type-unknown":
      return `IAM refuses the principal type "${detail}". An account is named under "AWS".`;
    case "principal-partly-wild":
      return `IAM refuses "${detail}": a principal may be "*" but not contain a wildcard. Name the account or its root ARN.`;
    case "principal-malformed":
      if (isWholePrincipal(detail))
        return `IAM refuses "${detail}" as the whole Principal. Name it under AWS: { AWS = "${detail}" }.`;
      return `IAM refuses the principal "${detail}". Write a 12-digit account, or an ARN such as arn:aws:iam::324880187172:root.`;
    case "action-missing":
      return 'IAM refuses a statement without an Action. Add "sts:AssumeRole".';
    case "action-and-not-action":
      return "IAM refuses Action and NotAction in one statement. Keep one of them.";
    case "action-malformed":
      return `IAM refuses the action "${detail}". Write service and name, such as sts:AssumeRole.`;
    case "condition-not-object":
      return "IAM refuses this condition: it has to be an object of operators, each with an object of keys.";
    case "operator-unknown":
      if (isConditionKey(detail))
        return `IAM wants an operator where "${detail}" stands. Write { StringLike = { "${detail}" = ... } }.`;
      return `IAM refuses the condition operator "${detail}", which it does not know.`;
    case "null-if-exists":
      return "IAM refuses NullIfExists: Null asks by itself whether a key is there.";
    case "condition-key-repeated":
      return `IAM refuses "${detail}" a second time under one operator, whatever its case. Put the values into one list.`;
    case "variable-in-old-version":
      return `"${detail}" has a policy variable, which only Version "2012-10-17" knows. Without that version it is plain text.`;
    case "ampersand-variable":
      return `"${detail}" stays as it is: only aws_iam_policy_document turns &{...} into a policy variable. Write $\${...} here.`;
    default:
      return assertNever(reason);
  }
}

/** Why nobody can tell whether IAM takes the policy. */
export function doubtInWords({ reason, detail }: PolicyProblem): string {
  switch (reason) {
    case "part-may-be-refused":
      return "IAM may refuse a part of the role's trust policy";
    case "value-may-be-refused":
      return `IAM may refuse ${detail} in the role's trust policy`;
    case "sid-may-be-repeated":
      return "IAM refuses the role's trust policy if two of its statements have one Sid";
    default:
      return "IAM refuses the role's trust policy if it has what a loop makes";
  }
}
