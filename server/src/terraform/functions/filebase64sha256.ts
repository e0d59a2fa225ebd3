/** `filebase64sha256(path)`: https://developer.hashicorp.com/terraform/language/functions/filebase64sha256 */
import { fileHash } from "./fileHash.ts";
import { base64Sha256 } from "./hashes.ts";

export const filebase64sha256 = fileHash(base64Sha256);
