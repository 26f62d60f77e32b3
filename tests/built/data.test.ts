/** The data that readers take away: a Data Package that validates, whose tables say what the story says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../../src/lib/charts/specs.js';
import { languageIdioms } from '../../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../../src/lib/server/read-story-files.js';
import { checkStory } from '../../src/lib/story/index.js';
import { faultsOfPackage, type Descriptor } from '../support/data-package.js';
import { editions, figures, parseCsv, report, sections } from '../support/story-files.js';
import { all, buildFolder, filesOfBuild, open, read, resolveFrom } from './site.js';

const json: unknown = JSON.parse(read('data/datapackage.json'));
const descriptor = json as Descriptor;
const bytesOf = (path: string): Uint8Array | undefined => {
  const file = join(buildFolder, 'data', path);
  return existsSync(file) ? readFileSync(file) : undefined;
};
type Row = Readonly<Record<string, string>>;
function table(path: string): readonly Row[] {
  const [header = [], ...lines] = parseCsv(read(`data/${path}`).replace(/^\uFEFF/, ''));
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

describe('the data package', () => {
  it('validates: descriptor, sizes, hashes, types, constraints, keys', () => {
    expect(faultsOfPackage(json, bytesOf)).toEqual([]);
  });

  it('describes every file of its folder but the sheets of the pages, each column in two languages', () => {
    const there = filesOfBuild().filter((path) => /^data\/(?!sheet\.|datapackage\.)/.test(path));
    expect(descriptor.resources.map(({ path }) => `data/${path}`).toSorted()).toEqual(there);
    for (const { schema } of descriptor.resources)
      for (const { title = '', description = '' } of schema?.fields ?? []) {
        expect(title).toMatch(/\p{sc=Han}/u);
        expect(description).toMatch(/^[A-Z][\p{ASCII}’–…以上突破内力争]+$/u);
      }
  });

  it('says where the data are from, and no licence that nobody has given', () => {
    const story = readFileSync(join(storyDir(), 'story/story.yaml'), 'utf8');
    expect('licenses' in descriptor).toBe(/^licence:/m.test(story));
    expect(descriptor['rights']).toContain('belongs to those who issued it');
    const note = readFileSync(join(storyDir(), 'report/source.yaml'), 'utf8');
    const [source] = descriptor.sources ?? [];
    for (const part of (source?.title ?? '').split(' · ')) expect(note).toContain(part);
    expect(descriptor.title?.split(' · ')).toHaveLength(editions.length);
  });

  it('opens in spreadsheets: each table begins with a byte order mark, and no cell with a formula', () => {
    const tables = descriptor.resources.filter(({ type }) => type === 'table');
    expect(tables.length).toBeGreaterThan(4);
    for (const { path } of tables) {
      const text = readFileSync(join(buildFolder, 'data', path), 'utf8');
      expect(text.startsWith('\uFEFF'), path).toBe(true);
      expect(text.replaceAll('\r\n', ''), path).not.toMatch(/[\r\n]/);
      for (const cell of parseCsv(text.slice(1)).flat())
        expect(/^\s*[=+\-@\t\r]/.test(cell) && !/^[=<>]{1,2}$|^[+-]?\d+(\.\d+)?$/.test(cell), cell).toBe(
          false,
        );
    }
  });
});

describe('its files', () => {
  it('hold the report byte for byte', () => {
    expect(readFileSync(join(buildFolder, 'data/report.zh.txt'))).toEqual(
      readFileSync(join(storyDir(), 'report/report.zh.txt')),
    );
  });

  it('mark each numeral of the report once, with its sentence', () => {
    const marks = table('marks.csv');
    expect(marks.filter(({ figure }) => figure).map(({ figure }) => figure)).toEqual(
      figures.map(({ id }) => id),
    );
    let last = 0;
    let sentence = 0;
    for (const mark of marks) {
      const [start, end] = [Number(mark.start), Number(mark.end)];
      const [from, to] = [Number(mark.sentenceStart), Number(mark.sentenceEnd)];
      expect(report.slice(start, end)).toBe(mark.text);
      expect(start).toBeGreaterThanOrEqual(last);
      expect(from <= start && end <= to).toBe(true);
      expect(report.slice(Math.max(0, from - 1), from)).toMatch(/^[。！？!?\n]?$/);
      expect(Number(mark.sentence)).toBeGreaterThanOrEqual(sentence);
      expect(Boolean(mark.figure) && Boolean(mark.kind)).toBe(!mark.reason);
      last = end;
      sentence = Number(mark.sentence);
    }
    const digits = [...report.matchAll(/\d/g)].filter(({ index }) =>
      marks.every(({ start, end }) => index < Number(start) || index >= Number(end)),
    );
    expect(digits).toEqual([]);
  });

  it('hold each chart’s own figures, in the chart’s order', () => {
    for (const { id, charts } of sections)
      for (const chart of charts) {
        const rows = table(`charts/${id}--${chart.name}.csv`);
        const listed = chart.figures.includes('all') ? figures.map((figure) => figure.id) : chart.figures;
        expect(rows.flatMap(({ figure }) => figure || [])).toEqual(listed);
        expect(rows.flatMap(({ derived }) => derived || [])).toEqual(chart.derived);
        for (const row of rows) {
          const figure = figures.find((each) => each.id === row.figure);
          if (figure) {
            expect([row.value, row.unit, row.quote]).toEqual([figure.value, figure.unit, figure.quote]);
            expect(row.formula_zh).toBe('');
          } else if (row.derived) {
            expect(row.kind).toBe('derived');
            expect(row.formula_zh).not.toBe('');
          } else {
            expect(row.kind).toMatch(/^(quotation|text)$/);
          }
          const [way = '', hash] = (row.address ?? '').replace(process.env.SITE_URL ?? '', '').split('#');
          if (!row.address) continue;
          const found = resolveFrom('index.html', way);
          expect(found).toHaveProperty('file');
          if (hash && 'file' in found) expect(open(found.file).getElementById(hash)).not.toBeNull();
        }
      }
  });

  it('say in derived.csv what the story has worked out', () => {
    const checked = checkStory(readStoryFiles(storyDir()), kindSpecs, languageIdioms);
    const values = new Map(checked.ok ? checked.story.derived.map(({ id, value }) => [id, value]) : []);
    const rows = table('derived.csv');
    expect(rows.length).toBeGreaterThan(3);
    for (const { id = '', value } of rows) expect(Number(value)).toBe(values.get(id));
  });

  it('are offered: the package in the story’s foot, each chart’s figures at its section', () => {
    const page = open('index.html');
    expect(page.querySelector('.site-foot a[href="./data/datapackage.json"]')).not.toBeNull();
    for (const { id, charts } of sections) {
      const section = page.getElementById(id);
      const offered = all(section ?? page, '.take-away a[download]')
        .map((link) => link.getAttribute('href'))
        .filter((href) => href?.endsWith('.csv'));
      expect(offered).toEqual(charts.map(({ name }) => `./data/charts/${id}--${name}.csv`));
    }
  });
});
