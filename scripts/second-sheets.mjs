/**
 * Writes each page's inline style once more as a file, and the file's address into the page, for browsers that have dropped the
 * inline style (src/lib/server/page-script.ts). On pages without script, the end of the page loads the file. Pages with the same
 * style share a file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { filesOf } from './swap.mjs';

const styles = /<style>([\s\S]*?)<\/style>/g;

/** @param {string} folder a built site */
export function addSecondSheets(folder) {
  // 404.html is served at any address, so it cannot link to a file by a relative path.
  for (const page of filesOf(folder).filter((path) => path.endsWith('.html') && path !== '404.html')) {
    const html = readFileSync(join(folder, page), 'utf8');
    const [, root] = /^<!doctype html>\s*<html [^>]*?data-root="([^"]*)"/i.exec(html) ?? [];
    const style = [...html.matchAll(styles)].map(([, text]) => text).join('\n');
    if (root === undefined || style === '')
      throw new Error(`${page} has no style, or doesn't say where its root is`);
    // The relative path from the page to the file.
    const text = style.replaceAll(`url(${root}/app/`, 'url(../');
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const sheet = posix.join('app/sheets', `${hash}.css`);
    mkdirSync(dirname(join(folder, sheet)), { recursive: true });
    writeFileSync(join(folder, sheet), text);
    const address = `${root}/${sheet}`;
    const changed = html
      .replace(/<html /i, (start) => `${start}data-sheet-address="${address}" `)
      .replace('</body>', () => `<noscript><link rel="stylesheet" href="${address}" /></noscript></body>`);
    writeFileSync(join(folder, page), changed);
  }
}
