/** Synchronous SHA-256. The checks run in Node and on the editing page, and the browser's own digest is asynchronous. */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The digest as 64 lower-case hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => bytesToHex(digest(bytes));
