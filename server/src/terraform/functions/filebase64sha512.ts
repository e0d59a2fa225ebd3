/** `filebase64sha512(path)`: https://developer.hashicorp.com/terraform/language/functions/filebase64sha512 */
import { fileHash } from "./fileHash.ts";
import { base64Sha512 } from "./hashes.ts";

export const filebase64sha512 = fileHash(base64Sha512);
