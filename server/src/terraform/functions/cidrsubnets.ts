/** `cidrsubnets(prefix, newbits, …)`: https://developer.hashicorp.com/terraform/language/functions/cidrsubnets */
import type { FunctionDefinition } from "./definition.ts";
import { networkText } from "../formats/cidr.ts";
import { listType, stringType } from "../type.ts";
import { number, text } from "./parameters.ts";
import { readNetwork } from "./readNetwork.ts";
import { failure, notWhole, stringsResult } from "./result.ts";

const mostBits = 32;

export const cidrsubnets: FunctionDefinition = {
  parameters: [text("prefix")],
  rest: number("newbits"),
  result: listType(stringType),
  call(args) {
    const network = readNetwork(args.text(0));
    if ("kind" in network) return network;
    if (network.address === 0n && args.count > 1)
      return failure("there is no address before the first subnet");
    const end = network.address + (1n << BigInt(network.bits - network.prefix));
    const subnets: string[] = [];
    let next = network.address;
    for (let position = 1; position < args.count; position++) {
      const newBits = args.integer(position);
      if (newBits === undefined) return notWhole;
      const prefix = network.prefix + newBits;
      if (newBits < 1 || newBits > mostBits || prefix > network.bits) {
        return failure("must extend the prefix by at least one bit and at most 32, within the address");
      }
      const size = 1n << BigInt(network.bits - prefix);
      const address = ((next + size - 1n) / size) * size;
      next = address + size;
      if (next > end) return failure("not enough remaining address space for a subnet");
      subnets.push(networkText({ address, prefix, bits: network.bits }));
    }
    return stringsResult(subnets);
  },
};
