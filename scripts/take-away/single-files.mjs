/** The whole story as one HTML file that opens from a disk without a network. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionsOf, wholeStory } from './whole-story.mjs';

/**
 * Writes `story.<edition>.html` for every edition.
 *
 * @param {string} siteDir a built site
 * @param {string} outDir
 * @param {{ site?: string | undefined }} [options] `site`: the site's address, if it is known
 * @returns {string[]} the files' names
 */
export function makeSingleFiles(siteDir, outDir, options) {
  mkdirSync(outDir, { recursive: true });
  return editionsOf(siteDir).map(({ edition, path }) => {
    const name = `story.${edition}.html`;
    writeFileSync(join(outDir, name), wholeStory(siteDir, path, options).html);
    return name;
  });
}
