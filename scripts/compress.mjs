/**
 * Writes compressed copies (`.br`, `.gz`) beside each text file of a built site, for servers that send such copies instead of
 * compressing each response. The result is the same byte for byte each time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesOf } from './swap.mjs';

const isText = /\.(html|js|css|json|csv|txt|svg|xml)$/;
/** Files smaller than this, in bytes, are not compressed: they fit into one network packet. */
const least = 1400;

/** Brotli's levels 7 to 11 would take a minute longer to save a tenth. @type {Record<string, (bytes: Buffer) => Buffer>} */
const forms = {
  br: (bytes) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => gzipSync(bytes, { level: 9 }),
};

/** @param {string} folder */
export function compress(folder) {
  for (const path of filesOf(folder).filter((name) => isText.test(name))) {
    const bytes = readFileSync(join(folder, path));
    if (bytes.length < least) continue;
    for (const [ending, form] of Object.entries(forms)) {
      const small = form(bytes);
      if (small.length < bytes.length) writeFileSync(join(folder, `${path}.${ending}`), small);
    }
  }
}
