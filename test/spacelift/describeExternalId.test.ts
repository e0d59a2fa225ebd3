/** Tests how external IDs and patterns are taken apart. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeExternalId, hole } from "../../server/src/spacelift/describeExternalId.ts";
import { composeExternalId } from "../../server/src/spacelift/externalId.ts";

const ulid = "01FPAH5J0JFYSM5953T9KT2VS9";
const symbol = hole.repeat(9);

/** One line: the format, then each segment as `parts=text`, with `~` for wild, `$` for symbolic, `!` for doubtful. */
function summary(text: string): string {
  const description = describeExternalId(text);
  if (description.kind === "other") return `other: ${description.reason}`;
  const segments = description.segments.map(
    ({ parts, text, wild, symbolic, doubt }) =>
      `${parts.join("+")}=${text.replaceAll(symbol, "SYM")}${wild ? "~" : ""}${symbolic ? "$" : ""}${doubt ? "!" : ""}`,
  );
  return [description.format, ...segments].join(" ");
}

describe("describeExternalId", () => {
  it.each([
    // What integrations send.
    [`acme@${ulid}@network@write`, `at account=acme integration=${ulid} slug=network phase=write`],
    ["Acme-Inc@*@network@*", "at account=Acme-Inc integration=*~ slug=network phase=*~"],
    [`acme@${ulid}@*`, `at account=acme integration=${ulid} slug+phase=*~`],
    ["acme@*", "at account=acme integration+slug+phase=*~"],
    ["acme@01F*", "at account=acme integration+slug+phase=01F*~"],
    ["acme@*@network@*d", "at account=acme integration=*~ slug=network phase=*d~"],
    ["acme@*@net*", "at account=acme integration=*~ slug+phase=net*~"],
    ["acme@*@net-?@read", "at account=acme integration=*~ slug=net-?~ phase=read"],
    ["*@*@network@*", "at account=*~ integration=*~ slug=network phase=*~"],
    ["acme*@*", "at account=acme*~ integration+slug+phase=*~"],
    // Parts that cannot be right.
    ["a@network@stack@write", "at account=a! integration=network! slug=stack phase=write"],
    [`acme@${ulid}@My.Stack@apply`, `at account=acme integration=${ulid} slug=My.Stack! phase=apply!`],
    ["acme@stack-a@*", "at account=acme integration=stack-a! slug+phase=*~"],
    // Holes.
    [`${symbol}@${symbol}@*`, "at account=SYM$ integration=SYM$ slug+phase=*~"],
    [`${symbol}@${symbol}@${symbol}@write`, "at account=SYM$ integration=SYM$ slug=SYM$ phase=write"],
    [`acme@*@${symbol}`, "at account=acme integration=*~ slug=SYM$"],
    [`acme-${symbol}@*`, "at account=acme-SYM$ integration+slug+phase=*~"],
    // The format of older documentation.
    [`acme-${ulid}@network-write`, `hyphen account=acme integration=${ulid} slug=network phase=write`],
    [`my-org-${ulid}@my-net-read`, `hyphen account=my-org integration=${ulid} slug=my-net phase=read`],
    [`acme-${ulid}@network-*`, `hyphen account=acme integration=${ulid} slug=network phase=*~`],
    [`acme-${ulid}@*`, `hyphen account=acme integration=${ulid} slug+phase=*~`],
    ["acme-*@network-write", "hyphen account=acme integration=*~ slug=network phase=write"],
    [`${symbol}-${symbol}@${symbol}-write`, "hyphen account=SYM$ integration=SYM$ slug=SYM$ phase=write"],
    // What the deprecated resources send.
    ["acme@network", "twoPart account=acme slug=network"],
    ["my-org@network-write", "twoPart account=my-org slug=network-write"],
    [`${symbol}@${symbol}`, "twoPart account=SYM$ slug=SYM$"],
    ["acme@net*", "twoPart account=acme slug=net*~"],
    ["acme@My Stack", 'other: " " can never be part of an external ID.'],
    // Neither.
    ["", "other: It is empty."],
    ["*", "other: It admits every external ID, those of other Spacelift accounts too."],
    ["spacelift", `other: There is no "@" after the account's name.`],
    [symbol, `other: There is no "@" after the account's name.`],
    ["acme@", "other: A segment is empty."],
    ["@network", "other: A segment is empty."],
    ["a1@b@c@d@e", "other: It has more than four parts."],
    [
      `acme@${ulid}`,
      "other: It ends after the integration's ID: the stack or module and the phase are missing.",
    ],
    [`acme@${ulid}@network`, "other: The last part is missing: the phase, read or write."],
    ["${var.account}@*", 'other: "$" can never be part of an external ID.'],
  ])("%j", (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it("gives each segment its place in the text", () => {
    const text = `acme-${ulid}@network-write`;
    const description = describeExternalId(text);
    const segments = description.kind === "externalId" ? description.segments : [];
    expect(segments.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "acme",
      ulid,
      "network",
      "write",
    ]);
  });

  it("finds the parts again that an ID was made of", () => {
    const account = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_]{1,12}$/);
    const slug = fc.stringMatching(/^[a-z0-9]([a-z0-9_-]{0,8}[a-z0-9])?$/);
    const phase = fc.constantFrom("read" as const, "write" as const);
    fc.assert(
      fc.property(
        account,
        slug,
        phase,
        fc.constantFrom("at" as const, "hyphen" as const),
        (a, s, p, format) => {
          const text = composeExternalId(format, { account: a, integration: ulid, slug: s, phase: p });
          const description = describeExternalId(text);
          expect(description).toMatchObject({ kind: "externalId", format });
          expect(description.kind === "externalId" && description.segments.map((each) => each.text)).toEqual([
            a,
            ulid,
            s,
            p,
          ]);
        },
      ),
    );
  });

  it("never throws, and its spans always hold its texts", () => {
    const text = fc.string({
      unit: fc.constantFrom("@", "*", "?", "-", "a", "A1", ulid, "read", hole, " ", "😀"),
    });
    fc.assert(
      fc.property(text, (given) => {
        const description = describeExternalId(given);
        if (description.kind === "other") return;
        for (const { span, text: segment } of description.segments) {
          expect(given.slice(span.start, span.end)).toBe(segment);
        }
      }),
    );
  });
});
