/** `cidrnetmask(prefix)`: https://developer.hashicorp.com/terraform/language/functions/cidrnetmask */
import type { FunctionDefinition } from "./definition.ts";
import { addressText, firstAddress } from "../formats/cidr.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { readNetwork } from "./readNetwork.ts";
import { failure } from "./result.ts";

export const cidrnetmask: FunctionDefinition = {
  parameters: [text("prefix")],
  result: stringType,
  call(args) {
    const network = readNetwork(args.text(0));
    if ("kind" in network) return network;
    if (network.bits !== 32) return failure("IPv6 addresses cannot have a netmask");
    return stringValue(addressText(firstAddress(0xffffffffn, network.prefix, 32), 32));
  },
};
