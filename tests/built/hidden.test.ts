/**
 * What is hidden is not published: no word of a hidden section stands anywhere in a build, neither on a page nor in what the
 * editing page loads. Its passage and its figures are the report's and stay public. The main story may hide nothing; the small
 * one always does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../../src/lib/charts/specs.js';
import { languageIdioms } from '../../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../../src/lib/server/read-story-files.js';
import { checkStory } from '../../src/lib/story/index.js';
import { buildFolder, filesOfBuild } from './site.js';

const files = readStoryFiles(storyDir());
const textOf = (path: string): string => new TextDecoder().decode(files.get(path));
const orders: unknown = parse(textOf('story/order.yaml'));
const lines = (orders as { sections: (string | Record<string, string>)[] }).sections;
const hidden = lines.flatMap((line) => (typeof line === 'string' ? [] : Object.keys(line)));
const fromReport = [...files]
  .filter(([path]) => /^report\/|\.csv$|renderings/.test(path))
  .map(([path]) => textOf(path));
const others = [...files]
  .filter(([path]) => !hidden.some((id) => path === `story/sections/${id}.yaml`))
  .filter(([path]) => !/order\.yaml|derived|glossary/.test(path))
  .map(([path]) => textOf(path));

/** Runs of words that nothing but the hidden sections says: long enough to be nobody else's. */
function wordsOf(text: string): readonly string[] {
  const runs = text.match(/[\p{sc=Han}，、；：]{5,}|[A-Za-z][A-Za-z ,’-]{24,}/gu) ?? [];
  return runs.filter((run) => ![...fromReport, ...others].some((other) => other.includes(run)));
}

/** Texts of our own lists that are a hidden section's alone. */
function listed(path: string, list: string, ids: (entry: Record<string, unknown>) => boolean): string {
  const root = files.has(path) ? (parse(textOf(path)) as Record<string, Record<string, unknown>[]>) : {};
  return JSON.stringify((root[list] ?? []).filter(ids));
}

const sections = hidden.map((id) => textOf(`story/sections/${id}.yaml`)).join('\n');
const published = others.filter((text) => text.includes('steps:')).join('\n');
const remarks = textOf('story/order.yaml')
  .split('\n')
  .filter((line) => /^ *- .*: *hidden/.test(line))
  .join('\n');
const secret = [
  ...wordsOf(sections),
  ...wordsOf(remarks),
  ...wordsOf(listed('derived.yaml', 'derived', ({ section }) => hidden.includes(String(section)))),
  ...wordsOf(
    listed('glossary.yaml', 'terms', ({ id }) => {
      const mark = `[[term:${String(id)}]]`;
      return sections.includes(mark) && !published.includes(mark);
    }),
  ),
];

describe('what is hidden', () => {
  it('is known to this test by words of each kind, where a story hides something', () => {
    if (hidden.length > 0) expect(new Set(secret).size).toBeGreaterThanOrEqual(8);
    else expect(secret).toEqual([]);
  });

  it('stands nowhere in the build', () => {
    const texts = filesOfBuild()
      .filter((path) => !/\.(?:br|gz|png|woff2)$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(buildFolder, path), 'utf8') }));
    const leaks = texts.flatMap(({ path, text }) =>
      secret.filter((words) => text.includes(words)).map((words) => `${path}: ${words}`),
    );
    expect(leaks).toEqual([]);
  });

  it('leaves files that the editing page takes for a sound story, each section in its place', () => {
    const carried = JSON.parse(readFileSync(join(buildFolder, 'edit/files.json'), 'utf8')) as Record<
      string,
      { text: string }
    >;
    expect(Object.keys(carried)).toEqual([...files.keys()]);
    const bytes = new Map(
      Object.entries(carried).map(([path, { text }]) => [path, new TextEncoder().encode(text)] as const),
    );
    const checked = checkStory(bytes, kindSpecs, languageIdioms);
    expect(checked.ok ? [] : checked.problems).toEqual([]);
    const there = checked.ok ? checked.story.hidden.map(({ id }) => id) : [];
    expect(there).toEqual(hidden);
  });
});
