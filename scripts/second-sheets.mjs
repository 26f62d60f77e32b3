/**
 * Writes the style of each page, which stands in the page itself, once more as a file, and its address into the page: for the case
 * that the style is refused on its way (src/lib/server/page-script.ts). Where there is no script to notice, the file is asked for at
 * the page's end. Pages with the same style share a file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { filesOf } from './swap.mjs';

const styles = /<style>([\s\S]*?)<\/style>/g;

/** @param {string} folder a built site */
export function addSecondSheets(folder) {
  // 404.html is sent for any address, so it can't link to a file relatively.
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
