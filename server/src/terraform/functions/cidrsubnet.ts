/** `cidrsubnet(prefix, newbits, number)`: https://developer.hashicorp.com/terraform/language/functions/cidrsubnet */
import type { FunctionDefinition } from "./definition.ts";
import { isInteger, toBigInt } from "../bigFloat.ts";
import { networkText, parseNetwork } from "../formats/cidr.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { number, text } from "./parameters.ts";
import { failure, notWhole } from "./result.ts";

export const cidrsubnet: FunctionDefinition = {
  parameters: [text("prefix"), number("newbits"), number("netnum")],
  result: stringType,
  call(args) {
    const newBits = args.integer(1);
    if (newBits === undefined || !isInteger(args.number(2))) return notWhole;
    const network = parseNetwork(args.text(0));
    if (network === undefined) return failure("invalid CIDR expression");
    const { address, bits } = network;
    const prefix = network.prefix + newBits;
    if (prefix > bits || newBits < 0) return failure("insufficient address space to extend the prefix");
    const which = toBigInt(args.number(2));
    if (which < 0n || which >= 1n << BigInt(newBits))
      return failure("prefix extension does not accommodate the number");
    return stringValue(networkText({ address: address + (which << BigInt(bits - prefix)), prefix, bits }));
  },
};
