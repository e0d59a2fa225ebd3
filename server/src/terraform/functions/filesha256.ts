/** `filesha256(path)`: https://developer.hashicorp.com/terraform/language/functions/filesha256 */
import { fileHash } from "./fileHash.ts";
import { hexSha256 } from "./hashes.ts";

export const filesha256 = fileHash(hexSha256);
