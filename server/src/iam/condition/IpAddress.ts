/** `IpAddress`: an address in one of the ranges. */
import { comparison } from "./comparison.ts";
import { liesIn, readIpRange } from "./ipRange.ts";

export const ipAddress = comparison("IpAddress", readIpRange, liesIn);
