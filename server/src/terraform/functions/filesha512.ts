/** `filesha512(path)`: https://developer.hashicorp.com/terraform/language/functions/filesha512 */
import { fileHash } from "./fileHash.ts";
import { hexSha512 } from "./hashes.ts";

export const filesha512 = fileHash(hexSha512);
