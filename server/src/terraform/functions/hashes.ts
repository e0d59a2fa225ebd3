/** The hash functions that Terraform offers, of strings and of files. */
import { md5 } from "@noble/hashes/legacy.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { base64, hex } from "../formats/bytes.ts";

export type Hash = (bytes: Uint8Array) => string;

export const hexMd5: Hash = (bytes) => hex(md5(bytes));
export const hexSha1: Hash = (bytes) => hex(sha1(bytes));
export const hexSha256: Hash = (bytes) => hex(sha256(bytes));
export const hexSha512: Hash = (bytes) => hex(sha512(bytes));
export const base64Sha256: Hash = (bytes) => base64(sha256(bytes));
export const base64Sha512: Hash = (bytes) => base64(sha512(bytes));
