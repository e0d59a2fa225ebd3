/** Reads a network for a function: the network, or the value to return instead. */
import type { Network } from "../formats/cidr.ts";
import type { Value } from "../value.ts";
import { parseNetwork } from "../formats/cidr.ts";
import { failure, unsupported } from "./result.ts";

const mappedPrefix = 0xffffn;

/** IPv4 inside IPv6 is left alone: Terraform takes such an address for both, one after the other. */
export function readNetwork(text: string): Network | Value {
  const network = parseNetwork(text);
  if (network === undefined) return failure("invalid CIDR expression");
  return network.bits === 128 && network.address >> 32n === mappedPrefix
    ? unsupported("IPv4 inside IPv6")
    : network;
}
