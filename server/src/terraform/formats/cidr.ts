/** Networks in CIDR notation: reading, writing, and the arithmetic of addresses. */

export interface Network {
  /** The first address. */
  readonly address: bigint;
  readonly prefix: number;
  readonly bits: 32 | 128;
}

/** Undefined where the text is no network. The address may lie anywhere inside it. */
export function parseNetwork(text: string): Network | undefined {
  const match = /^([^/]+)\/([0-9]+)$/.exec(text);
  if (match === null) return undefined;
  const [, host = "", length = ""] = match;
  const isV6 = host.includes(":");
  const address = isV6 ? parseV6(host) : parseV4(host);
  const bits = isV6 ? 128 : 32;
  const prefix = Number(length);
  if (address === undefined || prefix > bits) return undefined;
  return { address: firstAddress(address, prefix, bits), prefix, bits };
}

export function firstAddress(address: bigint, prefix: number, bits: number): bigint {
  const host = BigInt(bits - prefix);
  return (address >> host) << host;
}

/** Leading zeros are read as decimal, as Terraform keeps doing. */
function parseV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^[0-9]+$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(Number(part)), 0n);
}

function parseV6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map(parseGroups);
  const given = left.length + right.length;
  const missing = 8 - given;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => 0n), ...right];
  if (groups.some((group) => group < 0n)) return undefined;
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

/** A group of -1 stands for one that is none. */
function parseGroups(text: string): bigint[] {
  if (text === "") return [];
  const parts = text.split(":");
  return parts.flatMap((part, index) => {
    if (index === parts.length - 1 && part.includes(".")) {
      const v4 = parseV4(part);
      return v4 === undefined ? [-1n] : [v4 >> 16n, v4 & 0xffffn];
    }
    return [/^[0-9a-fA-F]{1,4}$/.test(part) ? BigInt(`0x${part}`) : -1n];
  });
}

export function networkText({ address, prefix, bits }: Network): string {
  return `${addressText(address, bits)}/${prefix}`;
}

export function addressText(address: bigint, bits: number): string {
  const size = bits === 32 ? 8 : 16;
  const groups = Array.from({ length: bits / size }, (_, index) =>
    Number((address >> BigInt(bits - size * (index + 1))) & ((1n << BigInt(size)) - 1n)),
  );
  if (bits === 32) return groups.join(".");
  // An IPv4 address inside IPv6 is written as IPv4.
  if (address >> 32n === 0xffffn) return addressText(address & 0xffffffffn, 32);
  return shortenV6(groups.map((group) => group.toString(16)));
}

/** The longest run of at least two zero groups becomes `::`. */
function shortenV6(groups: readonly string[]): string {
  let [bestStart, bestLength] = [0, 1];
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === "0") end++;
    if (end - start > bestLength) [bestStart, bestLength] = [start, end - start];
  }
  if (bestLength < 2) return groups.join(":");
  const left = groups.slice(0, bestStart).join(":");
  return `${left}::${groups.slice(bestStart + bestLength).join(":")}`;
}
