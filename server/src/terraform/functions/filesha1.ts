/** `filesha1(path)`: https://developer.hashicorp.com/terraform/language/functions/filesha1 */
import { fileHash } from "./fileHash.ts";
import { hexSha1 } from "./hashes.ts";

export const filesha1 = fileHash(hexSha1);
