/** IPv4 and IPv6 addresses and ranges in CIDR notation. */

interface IpRange {
  readonly bits: 32 | 128;
  readonly address: bigint;
  readonly prefix: number;
}

export function readIpRange(text: string): IpRange | undefined {
  const [, host = "", length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const groups = host.includes(":") ? readV6(host) : readV4(host);
  if (groups === undefined) return undefined;
  const bits = host.includes(":") ? 128 : 32;
  const prefix = length === undefined ? bits : Number(length);
  if (prefix > bits) return undefined;
  const width = host.includes(":") ? 16n : 8n;
  return { bits, prefix, address: groups.reduce((sum, group) => (sum << width) | BigInt(group), 0n) };
}

export function liesIn(inner: IpRange, outer: IpRange): boolean {
  if (inner.bits !== outer.bits || inner.prefix < outer.prefix) return false;
  const ignored = BigInt(outer.bits - outer.prefix);
  return inner.address >> ignored === outer.address >> ignored;
}

function readV4(host: string): readonly number[] | undefined {
  const groups = host.split(".");
  const valid =
    groups.length === 4 && groups.every((group) => /^\d{1,3}$/.test(group) && Number(group) < 256);
  return valid ? groups.map(Number) : undefined;
}

function readV6(host: string): readonly number[] | undefined {
  const halves = host.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const [left = [], right] = halves;
  const missing = 8 - left.length - (right?.length ?? 0);
  if (halves.length > 2 || (right === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => "0"), ...(right ?? [])];
  const valid = groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
  return valid ? groups.map((group) => parseInt(group, 16)) : undefined;
}
