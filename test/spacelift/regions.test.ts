/** Tests the list of regions and the look-ups in it. */
import { describe, expect, it } from "vitest";
import {
  isPartition,
  nearestRegion,
  partitionOfRegion,
  partitions,
  regionNamed,
  regions,
} from "../../server/src/spacelift/regions.ts";

describe("the list", () => {
  it("has every region in the partition that the form of its name says", () => {
    expect(regions.filter(({ name, partition }) => partitionOfRegion(name) !== partition)).toEqual([]);
    expect(new Set(regions.map(({ partition }) => partition))).toEqual(new Set(partitions));
  });

  it("has no region twice", () => {
    expect(new Set(regions.map(({ name }) => name)).size).toBe(regions.length);
    expect(regions.length).toBeGreaterThanOrEqual(46);
  });
});

describe("look-ups", () => {
  it.each([
    ["eu-central-1", "Europe (Frankfurt)"],
    ["us-gov-west-1", "AWS GovCloud (US-West)"],
    ["eusc-de-east-1", "AWS European Sovereign Cloud (Germany)"],
    ["eu-central-9", undefined],
    ["constructor", undefined],
  ])("%s is %s", (name, title) => {
    expect(regionNamed(name)?.title).toBe(title);
  });

  it.each([
    ["eu-central-9", "aws"],
    ["us-isob-west-1", "aws-iso-b"],
    ["cn-south-1", "aws-cn"],
    ["us-east", undefined],
    ["aws-global", undefined],
  ])("the partition of %s is %s", (name, partition) => {
    expect(partitionOfRegion(name)).toBe(partition);
  });

  it.each([
    ["eu-west1", "eu-west-1"],
    ["us-esat-1", "us-east-1"],
    ["EU-CENTRAL-1", "eu-central-1"],
    ["us-east-1a", "us-east-1"],
    ["frankfurt", "eu-central-1"],
    ["mars", undefined],
  ])("the nearest to %s is %s", (name, expected) => {
    expect(nearestRegion(name)?.name).toBe(expected);
  });

  it("knows partitions by name", () => {
    expect(isPartition("aws-cn")).toBe(true);
    expect(isPartition("aws-xx")).toBe(false);
  });
});
