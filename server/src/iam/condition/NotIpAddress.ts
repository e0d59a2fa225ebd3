/** `NotIpAddress`: an address in none of the ranges. */
import { ipAddress } from "./IpAddress.ts";
import { negationOf } from "./operator.ts";

export const notIpAddress = negationOf(ipAddress, "NotIpAddress");
