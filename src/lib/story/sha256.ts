/**
 * SHA-256, synchronously: the checks run the same in Node and in the editing page, where the browser's own digest is asynchronous.
 */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The digest in 64 lower-case hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => bytesToHex(digest(bytes));
