/** `cidrhost(prefix, number)`: https://developer.hashicorp.com/terraform/language/functions/cidrhost */
import type { FunctionDefinition } from "./definition.ts";
import { isInteger, toBigInt } from "../bigFloat.ts";
import { addressText } from "../formats/cidr.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { number, text } from "./parameters.ts";
import { readNetwork } from "./readNetwork.ts";
import { failure, notWhole } from "./result.ts";

export const cidrhost: FunctionDefinition = {
  parameters: [text("prefix"), number("hostnum")],
  result: stringType,
  call(args) {
    if (!isInteger(args.number(1))) return notWhole;
    const network = readNetwork(args.text(0));
    if ("kind" in network) return network;
    const size = 1n << BigInt(network.bits - network.prefix);
    const host = toBigInt(args.number(1));
    // Negative numbers count from the end.
    if (host >= size || -host > size) return failure("prefix does not accommodate a host with this number");
    return stringValue(addressText(network.address + (host < 0n ? size + host : host), network.bits));
  },
};
