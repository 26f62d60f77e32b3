/**
 * Any number of editions: the small golden story gets a third one, in an invented language that says the unit before the
 * number and the limit after both. Nothing in `src` knows of it; language and texts are handed in.
 */
import { describe, expect, it } from 'vitest';
import { inline } from '../src/lib/view/plain-text.js';
import { formatFor, idiomsOf, languages, plain, type Format, type Printed } from '../src/lib/format/index.js';
import { pieces } from '../src/lib/format/printed.js';
import { checkStory, formatProblem, type Story, type StoryFiles } from '../src/lib/story/index.js';
import type { Derived, Figure, FigureFormat } from '../src/lib/story/types.js';
import { goldenKinds } from './support/golden-kinds.js';
import { goodFiles, translated } from './support/golden.js';

const limits = { '=': '', '>=': ' va', '>': ' vo', '<=': ' vi', strive: ' vu' } as const;

function parts(number: Figure | Derived, format?: FigureFormat): Printed {
  const digits = number.printed.replace('.', ':');
  if (format === 'number' || format === 'words') return pieces({ type: 'number', text: digits });
  return pieces(
    { type: 'unit', text: number.unit === '' ? '' : `<${number.unit}> ` },
    { type: 'number', text: digits },
    { type: 'word', text: format === undefined ? limits[number.comparator] : '' },
  );
}

const invented: Format = {
  ...formatFor('en'),
  lang: 'qx',
  idioms: [],
  figureParts: parts,
  derivedParts: parts,
  figure: (figure, format) => plain(parts(figure, format)),
  derived: (derived, format) => plain(parts(derived, format)),
};
const three = new Map([...languages, ['qx', invented] as const]);
const idioms = idiomsOf(three);

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** English with a tail on every word: marks and references stay, and the words are nobody's. */
const invent = (text: string): string =>
  text.replace(/\[\[.*?\]\]|\]\(.*?\)|[a-z]+/gi, (found) => (/^[\][]/.test(found) ? found : `${found}u`));

/** Wherever English stands, the third language stands behind it. */
function withThird(files: StoryFiles): StoryFiles {
  const changed = new Map(files);
  for (const [path, bytes] of files) {
    const text = decode(bytes);
    if (path === 'figures.csv') changed.set(path, encode(thirdColumns(text)));
    else if (path.endsWith('.yaml') && !/translations|fixed-expressions/.test(path)) {
      const inBraces = text.replace(
        /\ben: ("[^"]*"|[^,}|\n]+?)(?=,| *\}|$)/gm,
        (found, words: string) => `${found}, qx: ${invent(words)}`,
      );
      const onLines = inBraces
        .replace(/^( *)en: ([^,\n]*), qx: (.*)$/gm, '$1en: $2\n$1qx: $3')
        .replace(/^( *)en: \|\n((?:\1 +.*\n)+)/gm, (found, indent: string, words: string) =>
          found.concat(`${indent}qx: |\n${invent(words)}`),
        );
      changed.set(path, encode(onLines));
    }
  }
  const story = decode(files.get('story/story.yaml') ?? new Uint8Array());
  const declared = decode(changed.get('story/story.yaml') ?? new Uint8Array());
  expect(story).toContain('editions: [zh, en]');
  changed.set('story/story.yaml', encode(declared.replace('editions: [zh, en]', 'editions: [zh, en, qx]')));
  return translated(changed, 'qx', idioms);
}

/** One more column for the subjects and one for the notes, in the table's simple rows. */
function thirdColumns(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
      const columns = cells.slice(0, 19);
      const third = (at: number): string =>
        i === 0 ? (columns[at] ?? '').replace('en', 'qx') : invent(columns[at] ?? '');
      return [...columns.slice(0, 16), third(15), ...columns.slice(16), third(18)].join(',');
    })
    .join('\n')
    .concat('\n');
}

const files = withThird(goodFiles);

function load(): Story {
  const checked = checkStory(files, goldenKinds, idioms);
  if (checked.ok) return checked.story;
  throw new Error(checked.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
}

describe('a third edition', () => {
  const story = load();
  const page = { story, edition: 'qx', format: formatFor('qx', three), base: '' };

  it('passes the same checks as the others', () => {
    expect(story.editions).toEqual(['zh', 'en', 'qx']);
    expect(story.figures.every(({ subjects }) => subjects.every((texts) => texts['qx']))).toBe(true);
    expect(story.figures.find(({ id }) => id === 'readers')?.note?.['qx']).toBe('Visitsu, notu peopleu.');
  });

  it('prints unit, number and limit in its own order of reading', () => {
    const visits = story.sections.find(({ id }) => id === 'visits');
    expect(inline(page, visits?.title['qx'] ?? [])).toBe('Lossesu downu <%> 12:5, theu noticeu saysu');
    expect(inline(page, visits?.stage[0]?.alt['qx'] ?? [])).toBe('Lossesu <%> 12:5, damageu <%> 30 va.');
    const plans = story.sections.find(({ id }) => id === 'plans');
    expect(inline(page, plans?.title['qx'] ?? [])).toBe('Loansu tou growu <%> 6, strivingu foru <%> 8');
  });

  it('leaves the other editions as they are', () => {
    const english = { ...page, edition: 'en', format: formatFor('en', three) };
    const visits = story.sections.find(({ id }) => id === 'visits');
    expect(inline(english, visits?.title['en'] ?? [])).toBe('Losses down 12.5%, the notice says');
  });

  it('is not known to the site itself', () => {
    expect(() => formatFor('qx')).toThrow('qx');
    const checked = checkStory(files, goldenKinds, idiomsOf(languages));
    expect(checked.ok ? [] : checked.problems.map(({ rule }) => rule)).toContain('unknown-edition');
  });

  it.each([
    ['a text that is missing', 'story/sections/close.yaml', /^ *qx: \|\n.*\n/m, 'missing-text'],
    ['a note that is missing', 'figures.csv', /"Visitsu, notu peopleu\."/, 'missing-text'],
    [
      'another number',
      'story/sections/plans.yaml',
      /(qx: .*)\[\[loans-growth\]\]/,
      'translation-figures-differ',
    ],
    ['an original that has changed', 'story/sections/close.yaml', /(?<=通告)到此为止/, 'translation-older'],
  ])('is held to %s', (_, path, pattern, rule) => {
    const text = decode(files.get(path) ?? new Uint8Array());
    const broken = text.replace(pattern, '$1'.repeat(Number(rule === 'translation-figures-differ')));
    expect(broken).not.toBe(text);
    const checked = checkStory(new Map(files).set(path, encode(broken)), goldenKinds, idioms);
    expect(checked.ok ? [] : [...new Set(checked.problems.map((problem) => problem.rule))]).toEqual([rule]);
  });
});
