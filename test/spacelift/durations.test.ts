/** Tests durations in words and within their bounds. */
import { describe, expect, it } from "vitest";
import {
  clampDuration,
  commonDurations,
  inWords,
  longestDuration,
  shortestDuration,
} from "../../server/src/spacelift/durations.ts";

describe("inWords", () => {
  it.each([
    [1, "1 second"],
    [59, "59 seconds"],
    [60, "1 minute"],
    [900, "15 minutes"],
    [3600, "1 hour"],
    [5400, "1 hour 30 minutes"],
    [7325, "2 hours 2 minutes 5 seconds"],
    [43200, "12 hours"],
    [0, "0 seconds"],
    [-5, "-5 seconds"],
    [1.5, "1.5 seconds"],
  ])("%d: %s", (seconds, words) => {
    expect(inWords(seconds)).toBe(words);
  });
});

describe("clampDuration", () => {
  it.each([
    [0, 900],
    [899, 900],
    [900.6, 901],
    [3600, 3600],
    [43201, 43200],
  ])("%d becomes %d", (seconds, clamped) => {
    expect(clampDuration(seconds)).toBe(clamped);
  });

  it("leaves the common durations alone", () => {
    expect(commonDurations.map(clampDuration)).toEqual(commonDurations);
    expect([commonDurations[0], commonDurations.at(-1)]).toEqual([shortestDuration, longestDuration]);
  });
});
