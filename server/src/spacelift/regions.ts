/**
 * The regions of AWS, by partition. New ones appear about twice a year, so a name that only has the right form
 * may be newer than this list.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html and the `partitions.json` of AWS's SDKs
 */
import { nearest } from "../base/nearest.ts";

type Partition =
  "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc" | "aws-iso" | "aws-iso-b" | "aws-iso-e" | "aws-iso-f";

export interface Region {
  readonly name: string;
  /** As AWS calls it: `Europe (Frankfurt)`. */
  readonly title: string;
  readonly partition: Partition;
}

const titles: Readonly<Record<Partition, Readonly<Record<string, string>>>> = {
  aws: {
    "us-east-1": "US East (N. Virginia)",
    "us-east-2": "US East (Ohio)",
    "us-west-1": "US West (N. California)",
    "us-west-2": "US West (Oregon)",
    "eu-west-1": "Europe (Ireland)",
    "eu-central-1": "Europe (Frankfurt)",
    "eu-west-2": "Europe (London)",
    "eu-west-3": "Europe (Paris)",
    "eu-north-1": "Europe (Stockholm)",
    "eu-south-1": "Europe (Milan)",
    "eu-south-2": "Europe (Spain)",
    "eu-central-2": "Europe (Zurich)",
    "af-south-1": "Africa (Cape Town)",
    "ap-east-1": "Asia Pacific (Hong Kong)",
    "ap-east-2": "Asia Pacific (Taipei)",
    "ap-northeast-1": "Asia Pacific (Tokyo)",
    "ap-northeast-2": "Asia Pacific (Seoul)",
    "ap-northeast-3": "Asia Pacific (Osaka)",
    "ap-south-1": "Asia Pacific (Mumbai)",
    "ap-south-2": "Asia Pacific (Hyderabad)",
    "ap-southeast-1": "Asia Pacific (Singapore)",
    "ap-southeast-2": "Asia Pacific (Sydney)",
    "ap-southeast-3": "Asia Pacific (Jakarta)",
    "ap-southeast-4": "Asia Pacific (Melbourne)",
    "ap-southeast-5": "Asia Pacific (Malaysia)",
    "ap-southeast-6": "Asia Pacific (New Zealand)",
    "ap-southeast-7": "Asia Pacific (Thailand)",
    "ca-central-1": "Canada (Central)",
    "ca-west-1": "Canada West (Calgary)",
    "il-central-1": "Israel (Tel Aviv)",
    "me-central-1": "Middle East (UAE)",
    "me-south-1": "Middle East (Bahrain)",
    "mx-central-1": "Mexico (Central)",
    "sa-east-1": "South America (São Paulo)",
  },
  "aws-cn": { "cn-north-1": "China (Beijing)", "cn-northwest-1": "China (Ningxia)" },
  "aws-us-gov": { "us-gov-east-1": "AWS GovCloud (US-East)", "us-gov-west-1": "AWS GovCloud (US-West)" },
  "aws-eusc": { "eusc-de-east-1": "AWS European Sovereign Cloud (Germany)" },
  "aws-iso": { "us-iso-east-1": "US ISO East", "us-iso-west-1": "US ISO West" },
  "aws-iso-b": { "us-isob-east-1": "US ISOB East (Ohio)", "us-isob-west-1": "US ISOB West" },
  "aws-iso-e": { "eu-isoe-west-1": "EU ISOE West" },
  "aws-iso-f": { "us-isof-east-1": "US ISOF East", "us-isof-south-1": "US ISOF South" },
};

/** Which partition a region's name belongs to, whether or not the list has it. */
const forms: readonly (readonly [Partition, RegExp])[] = [
  ["aws", /^(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$/],
  ["aws-cn", /^cn-[a-z]+-\d+$/],
  ["aws-us-gov", /^us-gov-[a-z]+-\d+$/],
  ["aws-eusc", /^eusc-de-[a-z]+-\d+$/],
  ["aws-iso", /^us-iso-[a-z]+-\d+$/],
  ["aws-iso-b", /^us-isob-[a-z]+-\d+$/],
  ["aws-iso-e", /^eu-isoe-[a-z]+-\d+$/],
  ["aws-iso-f", /^us-isof-[a-z]+-\d+$/],
];

export const partitions: readonly Partition[] = forms.map(([partition]) => partition);

/** All regions, those that people use most first. */
export const regions: readonly Region[] = partitions.flatMap((partition) =>
  Object.entries(titles[partition]).map(([name, title]) => ({ name, title, partition })),
);

const byName: ReadonlyMap<string, Region> = new Map(regions.map((region) => [region.name, region]));

export function regionNamed(name: string): Region | undefined {
  return byName.get(name);
}

/** The partition of a region, by the form of its name, so that regions newer than the list have one too. */
export function partitionOfRegion(name: string): Partition | undefined {
  return forms.find(([, form]) => form.test(name))?.[0];
}

export function isPartition(text: string): text is Partition {
  return partitions.some((partition) => partition === text);
}

/** The region that was meant: the nearest name, or the one whose title is what a person wrote. */
export function nearestRegion(name: string): Region | undefined {
  const titled = regions.find((region) => placeOf(region.title) === name.toLowerCase().trim());
  if (titled !== undefined) return titled;
  const zone = /^(.*\d)[a-z]$/.exec(name)?.[1];
  const region = nearest(zone ?? name, byName.keys());
  return region === undefined ? undefined : byName.get(region);
}

function placeOf(title: string): string | undefined {
  return /\((.*)\)$/.exec(title)?.[1]?.toLowerCase();
}
