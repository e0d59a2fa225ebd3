/** What a role's ARN looks like, and what else a text may be. */
import { describe, expect, it } from "vitest";
import {
  describeOther,
  isRoleArn,
  mayBeginRoleArn,
  repairedRoleArn,
} from "../../server/src/analysis/roleArn.ts";

describe("isRoleArn", () => {
  it.each([
    ["arn:aws:iam::123456789012:role/x", true],
    ["arn:aws-us-gov:iam::123456789012:role/a/b/x", true],
    ["arn:aws:iam::123456789012:role/", false],
    ["arn:aws:iam::123456789012:role/a/", false],
    ["arn:aws:iam::1234:role/x", false],
    ["arn:aws:iam:eu-west-1:123456789012:role/x", false],
    [" arn:aws:iam::123456789012:role/x", false],
    ["arn:aws:iam::123456789012:role/a b", false],
    ["arn:aws:sts::123456789012:assumed-role/x/y", false],
  ])("%j: %s", (text, answer) => {
    expect(isRoleArn(text)).toBe(answer);
  });
});

describe("mayBeginRoleArn", () => {
  it.each([
    ["", true],
    ["ar", true],
    ["arn:aws-", true],
    ["arn:aws:i", true],
    ["arn:aws:iam::", true],
    ["arn:aws:iam::1234", true],
    ["arn:aws:iam::123456789012:ro", true],
    ["arn:aws:iam::123456789012:role/a/", true],
    ["aws:", false],
    ["spacelift-", false],
    ["arn:aws:sts:", false],
    ["arn:aws:iam::1234:", false],
    ["arn:aws:iam::123456789012:user/", false],
  ])("%j: %s", (text, answer) => {
    expect(mayBeginRoleArn(text)).toBe(answer);
  });
});

describe("repairedRoleArn", () => {
  const right = "arn:aws:iam::123456789012:role/x";

  it.each([
    ["aws:iam::123456789012:role/x"],
    [" arn:aws:iam::123456789012:role/x\n"],
    ["arn:aws:iam:123456789012:role/x"],
    ["arn:aws:iam:eu-west-1:123456789012:role/x"],
    ["arn:aws:iam::123456789012:Role/x"],
    ["arn:aws:iam::123456789012:roles/x"],
    ["arn:aws:iam::123456789012:role:x"],
    ["arn:aws:iam::123456789012:role//x"],
    ["arn:aws:sts::123456789012:assumed-role/x/session"],
  ])("knows what %j was meant to be", (text) => {
    expect(repairedRoleArn(text)).toBe(right);
  });

  it.each([["x"], ["arn:aws:iam::123:role/x"], ["arn:aws:iam::123456789012:user/x"], [right]])(
    "does not guess at %j",
    (text) => {
      expect(repairedRoleArn(text)).toBeUndefined();
    },
  );
});

describe("describeOther", () => {
  it.each([
    ["x", "a name, not an ARN"],
    ["aws:iam::123456789012:role/x", 'an ARN without "arn:" at its beginning'],
    ["arn:aws:iam::123:role/x", "an ARN whose account ID does not have 12 digits"],
    ["arn:aws:iam::123456789012:policy/x", "the ARN of a policy"],
    ["arn:aws:sts::123456789012:assumed-role/x/y", "the ARN of a session (assumed-role)"],
    ["arn:aws:s3:::bucket", "no ARN of an IAM role"],
  ])("%j is %s", (text, words) => {
    expect(describeOther(text)).toBe(words);
  });
});
