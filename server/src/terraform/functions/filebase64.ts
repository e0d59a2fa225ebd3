/** `filebase64(path)`: https://developer.hashicorp.com/terraform/language/functions/filebase64 */
import { base64 } from "../formats/bytes.ts";
import { fileHash } from "./fileHash.ts";

export const filebase64 = fileHash(base64);
