/**
 * One source, any story: the example, another report in other units, passes the checks of the main story, shares nothing
 * with it but the words of the format, and the source names nothing that belongs to either.
 */
import { existsSync, readFileSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, formatProblem } from '../src/lib/story/index.js';
import type { Section, Story } from '../src/lib/story/types.js';

const folders = ['data', 'examples/small-story'] as const;

function load(folder: string): Story {
  const checked = checkStory(readStoryFiles(folder), kindSpecs, languageIdioms);
  if (checked.ok) return checked.story;
  throw new Error(checked.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
}

const [main, small] = folders.map(load) as [Story, Story];

const allSections = (story: Story): readonly Section[] => [...story.sections, ...story.hidden];
const shared = <Item>(ofMain: readonly Item[], ofSmall: readonly Item[]): readonly Item[] =>
  ofSmall.filter((item) => ofMain.includes(item));

describe('the small story', () => {
  it('passes the checks as it stands, with one section held back and none pinned', () => {
    expect(small.editions).toEqual(['zh']);
    expect(small.sections).toHaveLength(3);
    expect(small.hidden).toHaveLength(1);
    expect(allSections(small).filter((section) => section.pin)).toEqual([]);
  });

  it('has charts of the kinds that there are, each limit of the report but one, and our own arithmetic', () => {
    const kinds = allSections(small).flatMap(({ stage }) => stage.map(({ kind }) => kind));
    expect([...new Set(kinds)].sort()).toEqual([
      'bars',
      'dot-panels',
      'figure-list',
      'index-bars',
      'statements',
    ]);
    expect(new Set(small.figures.map(({ comparator }) => comparator))).toEqual(
      new Set(['=', 'strive', '>=', '<=']),
    );
    const operations = small.derived.map(({ id, operation, printed, unit }) => [
      id,
      operation,
      printed + unit,
    ]);
    expect(operations).toEqual([
      ['holdings-sum', 'sum', '21000册'],
      ['day-hours', 'difference', '2184小时'],
      ['overdue-index', 'index', '72.5'],
      ['lost-index', 'index', '59'],
      ['loans-stretch-gap', 'difference', '2.8%'],
      ['warmers-dots', 'tiling', '53'],
    ]);
  });

  it('connects its sections in its own order', () => {
    const texts = small.sections.flatMap(({ steps }) => steps.flatMap(({ text }) => (text.zh ?? []).flat()));
    expect(texts.filter(({ type }) => type === 'see')).toEqual([
      { type: 'see', section: 'plan', direction: 'after' },
    ]);
    expect(texts.filter(({ type }) => type === 'term')).toEqual([
      { type: 'term', id: 'overdue', first: true },
    ]);
    expect(small.sections.filter(({ leadIn }) => leadIn).map(({ id }) => id)).toEqual(['plan']);
  });

  it('counts in other units, falls and growth aside', () => {
    const units = (story: Story) => [...new Set(story.figures.map(({ unit }) => unit))];
    expect(shared(units(main), units(small))).toEqual(['%']);
  });

  it.each<[string, (story: Story) => readonly string[]]>([
    ['number', (story) => story.figures.map(({ printed }) => printed)],
    ['figure id', (story) => story.figures.map(({ id }) => id)],
    ['derived id', (story) => story.derived.map(({ id }) => id)],
    ['measure', (story) => story.measures.map(({ id }) => id)],
    ['term', (story) => story.terms.map(({ id }) => id)],
    ['section', (story) => allSections(story).map(({ id }) => id)],
  ])('shares no %s with the main story', (_, list) => {
    expect(list(small).length).toBeGreaterThan(0);
    expect(shared(list(main), list(small))).toEqual([]);
  });
});

/** What only one report says: each must stand in its report, so that no name here goes stale. */
const properNames: Readonly<Record<(typeof folders)[number], readonly string[]>> = {
  data: ['西昌', '四川', '凉山', '安宁', '钒钛', '华润'],
  'examples/small-story': ['月背', '图书馆', '桂园', '桂树', '盲文', '暖水袋'],
};

describe('the source', () => {
  // Tests and examples may name what they like: they are stories of their own.
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|js|svelte|css|html)$/.test(path))
    .filter((path) => !/\.test\.ts$|(^|\/)(test-[^/]*|example)\.ts$/.test(path))
    .filter((path) => statSync(join('src', path)).isFile())
    .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }));

  /** Places where one of the words stands by itself, not as a part of a longer number or id. */
  function naming(words: readonly string[], read = (text: string) => text): readonly string[] {
    const escaped = words.map((word) => word.replace(/[.+*?()[\]{}|\\^$]/g, '\\$&'));
    const any = new RegExp(`(?<![\\w.-])(?:${escaped.join('|')})(?![\\w-])`, 'u');
    return sources.flatMap(({ path, text }) => {
      const found = any.exec(read(text))?.[0];
      return found === undefined ? [] : [`${path}: ${found}`];
    });
  }

  it('is there', () => expect(sources.length).toBeGreaterThan(50));

  it.each(folders)('names no place, body or thing of %s', (folder) => {
    const report = readFileSync(join(folder, 'report/report.zh.txt'), 'utf8');
    const names = properNames[folder];
    expect(names.filter((name) => !report.includes(name))).toEqual([]);
    const naming = sources.flatMap(({ path, text }) =>
      names.filter((name) => text.includes(name)).map((name) => `${path}: ${name}`),
    );
    expect(naming).toEqual([]);
  });

  it('names no year', () => {
    // Escapes of characters (\u2028) and pieces of longer numbers are none.
    const year = /(?<![\w.\\#])20[1-4][0-9](?!\w)/;
    const dated = sources.filter(({ text }) => year.test(text.replace(/\\u[0-9a-f]{4}/gi, '')));
    expect(dated.map(({ path }) => path)).toEqual([]);
  });

  it.each([main, small])('names no figure of $title.zh', ({ figures, derived }) => {
    const ids = [...figures, ...derived].map(({ id }) => id);
    expect(naming(ids)).toEqual([]);
    // Small numbers and bare percentages are anybody's, and a comment may show how a number is printed.
    const printed = [
      ...figures.map((figure) => figure.printed).filter((digits) => /\.\d\d$/.test(digits)),
      ...[...figures, ...derived]
        .filter(({ unit }) => unit !== '' && unit !== '%')
        .map((number) => number.printed + number.unit),
    ];
    expect(naming(printed, withoutComments)).toEqual([]);
  });

  function withoutComments(text: string): string {
    return text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<![:'"`])\/\/.*$/gm, '');
  }
});

it('has a folder of the same make as the main story', () => {
  const files = ['README.md', 'report/report.zh.txt', 'report/source.yaml', 'figures.csv', 'non-figures.csv'];
  const more = [
    'measures.yaml',
    'derived.yaml',
    'glossary.yaml',
    'fixed-expressions.yaml',
    'story/order.yaml',
  ];
  for (const folder of folders) {
    expect([...files, ...more].filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  }
});
