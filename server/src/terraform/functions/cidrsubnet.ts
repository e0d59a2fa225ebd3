/** `cidrsubnet(prefix, newbits, number)`: https://developer.hashicorp.com/terraform/language/functions/cidrsubnet */
import type { FunctionDefinition } from "./definition.ts";
import { isInteger, toBigInt } from "../bigFloat.ts";
import { networkText } from "../formats/cidr.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { number, text } from "./parameters.ts";
import { readNetwork } from "./readNetwork.ts";
import { failure, notWhole, unsupported } from "./result.ts";

export const cidrsubnet: FunctionDefinition = {
  parameters: [text("prefix"), number("newbits"), number("netnum")],
  result: stringType,
  call(args) {
    const newBits = args.integer(1);
    if (newBits === undefined || !isInteger(args.number(2))) return notWhole;
    const network = readNetwork(args.text(0));
    if ("kind" in network) return network;
    const { address, bits } = network;
    const prefix = network.prefix + newBits;
    if (newBits < 0 || args.number(2).mantissa < 0n) return unsupported("cidrsubnet");
    if (prefix > bits) return failure("insufficient address space to extend the prefix");
    const which = toBigInt(args.number(2));
    if (which >= 1n << BigInt(newBits)) return failure("prefix extension does not accommodate the number");
    return stringValue(networkText({ address: address + (which << BigInt(bits - prefix)), prefix, bits }));
  },
};
