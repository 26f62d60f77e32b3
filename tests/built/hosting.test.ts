/** What a host makes of the build: names that none drops, twins that hold the same, addresses that are whole where they can be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { editions } from '../support/story-files.js';
import { all, allFilesOfBuild, buildFolder, filesOfBuild, open, pages, read } from './site.js';

const site = process.env.SITE_URL;

describe('the names of the build', () => {
  it('are such that no host drops them or takes them for another', () => {
    // Jekyll drops what begins with a line, a dot or a tilde; others choke on spaces, percent signs, other alphabets.
    const odd = allFilesOfBuild()
      .filter((path) => !['.nojekyll', '.built-files'].includes(path))
      .filter((path) => path.split('/').some((name) => !/^[a-z0-9][a-z0-9._-]*[a-z0-9]$/i.test(name)));
    expect(odd).toEqual([]);
  });

  it('differ in more than capitals', () => {
    const low = allFilesOfBuild().map((path) => path.toLowerCase());
    expect(low.filter((path, i) => low.indexOf(path) !== i)).toEqual([]);
  });

  it('tell such hosts to keep them all the same', () => expect(allFilesOfBuild()).toContain('.nojekyll'));
});

describe('compressed twins', () => {
  const twins = allFilesOfBuild().filter((path) => /\.(br|gz)$/.test(path));

  it('are there for every page', () => {
    for (const page of pages) expect(twins).toEqual(expect.arrayContaining([`${page}.br`, `${page}.gz`]));
  });

  it('hold what their files hold', () => {
    const other = twins.filter((path) => {
      const bytes = readFileSync(join(buildFolder, path));
      const text = path.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
      return !text.equals(readFileSync(join(buildFolder, path.slice(0, -3))));
    });
    expect(other).toEqual([]);
  });
});

describe.each(pages.filter((path) => path !== '404.html'))('%s', (path) => {
  const page = open(path);

  it('has its style a second time, as a file, whose own files are there', () => {
    const address = page.documentElement.getAttribute('data-sheet-address') ?? '';
    const root = page.documentElement.getAttribute('data-root') ?? '';
    const sheet = address.slice(root.length + 1);
    expect(filesOfBuild()).toContain(sheet);
    const inPage = all(page, 'style').map((style) => style.textContent ?? '');
    const rules = (text: string) => text.replaceAll(/url\((?!#)[^)]*\)/g, 'url()').trim();
    expect(rules(read(sheet))).toBe(rules(inPage.join('\n')));
    for (const [, file = ''] of read(sheet).matchAll(/url\(\.\.\/([^)]*)\)/g)) {
      expect(filesOfBuild()).toContain(`app/${file}`);
    }
    expect(read(sheet)).not.toMatch(/url\((?!#|\.\.\/|data:)/);
    expect(page.querySelector('noscript:last-of-type link')?.getAttribute('href')).toBe(address);
  });

  it('corrects its address before anything in it is read', () => {
    expect(read(path).slice(0, 300)).toContain('<script>(function (root)');
  });

  it.runIf(site)('names itself and its editions by whole addresses', () => {
    const links = all(page, 'link[rel="canonical"], link[hreflang]');
    for (const link of links) expect(link.getAttribute('href')).toMatch(new RegExp(`^${site ?? ''}`));
  });
});

it('the story and its editions name themselves, each other and their first', () => {
  const roots = editions.map((edition, i) => (i === 0 ? '' : `${edition}/`));
  for (const root of roots) {
    const page = open(`${root}index.html`);
    const up = root === '' ? './' : '../';
    const hrefs = (selector: string) => all(page, selector).map((link) => link.getAttribute('href'));
    expect(hrefs('link[rel="canonical"]')).toEqual([(site ?? up) + root]);
    const others = editions.length > 1 ? [...roots, ''] : [];
    expect(hrefs('link[rel="alternate"][hreflang]')).toEqual(others.map((other) => (site ?? up) + other));
  }
});
