/** The editors' pages of the build: complete in themselves, and nothing of them in the readers'. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storyDir } from '../../src/lib/server/read-story-files.js';
import { all, filesOfBuild, open, pages, read } from './site.js';

const forEditors = /^(?:edit|preview)\//;
const client = /^app\/immutable\/(?:entry|chunks|nodes|workers)\//;
const code = filesOfBuild().filter((path) => client.test(path));

describe("a reader's page", () => {
  const readers = pages.filter((path) => !forEditors.test(path));

  it.each(readers)('%s names no file of the editing code', (path) => {
    const html = read(path);
    const named = code.filter((file) => html.includes(file.split('/').at(-1) ?? file));
    expect(named).toEqual([]);
    expect(html).not.toMatch(/__sveltekit|modulepreload/);
  });

  it('gets no editing code from its own scripts', () => {
    const live = filesOfBuild().filter((path) => path.startsWith('live/'));
    expect(live.length).toBeGreaterThan(0);
    for (const path of live) expect(read(path)).not.toMatch(/applyEdit|data-handle|files\.json/);
  });

  it('leads nowhere into the editing page', () => {
    for (const path of readers) {
      const ways = all(open(path), 'a[href]').map((link) => link.getAttribute('href') ?? '');
      expect(ways.filter((way) => /(?:^|\/)(?:edit|preview)\//.test(way))).toEqual([]);
    }
  });
});

describe("the editors' pages", () => {
  it.each(['edit/index.html', 'preview/index.html'])('%s says without script that it needs one', (path) => {
    const page = open(path);
    expect(page.querySelector('noscript')?.textContent).toContain('脚本');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
  });

  it('have every file that their code asks for', () => {
    const names = new Set(filesOfBuild().map((path) => path.split('/').at(-1)));
    const asked = [...code, 'edit/index.html', 'preview/index.html'].flatMap((path) =>
      [...read(path).matchAll(/["'/]([\w-]+[.-][\w-]+\.(?:js|css))["']/g)].map(([, name = '']) => name),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });

  it('have the files of the story, byte for byte but for what is hidden', () => {
    const files = JSON.parse(read('edit/files.json')) as Record<string, { text: string; sha256: string }>;
    expect(Object.keys(files)).toContain('story/order.yaml');
    const hides = /: *hidden/.test(readFileSync(join(storyDir(), 'story/order.yaml'), 'utf8'));
    for (const [path, { text, sha256 }] of Object.entries(files)) {
      const bytes = readFileSync(join(storyDir(), path));
      expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
      // What is withheld is looked at in hidden.test.ts.
      if (hides && /sections\/|order|derived|glossary/.test(path)) continue;
      expect(Buffer.from(text).equals(bytes), path).toBe(true);
    }
  });
});
