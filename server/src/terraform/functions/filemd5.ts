/** `filemd5(path)`: https://developer.hashicorp.com/terraform/language/functions/filemd5 */
import { fileHash } from "./fileHash.ts";
import { hexMd5 } from "./hashes.ts";

export const filemd5 = fileHash(hexMd5);
