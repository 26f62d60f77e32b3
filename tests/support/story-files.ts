/**
 * Reads the story's files for the tests of the built site, with simple parsers of its own, so that a fault of the checks
 * (src/lib/story) cannot hide here. It assumes well-formed files, because `check:story` runs first.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = process.env.STORY_DIR ?? 'data';

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '');
}

/** Edition → text. */
export type Texts = Readonly<Record<string, string>>;

export interface ChartFile {
  /** `as:`, otherwise the kind's name. */
  readonly name: string;
  readonly kind: string;
  readonly figures: readonly string[];
  readonly derived: readonly string[];
}

export interface StepFile {
  readonly id: string;
  readonly text: Texts;
  readonly state: string;
  readonly highlight: string | undefined;
}

export interface SectionFile {
  readonly id: string;
  readonly steps: readonly StepFile[];
  readonly charts: readonly ChartFile[];
  /** Title, standfirst, and the charts' titles and caveats. */
  readonly texts: readonly Texts[];
  /** Start and end offset of the report's own heading. */
  readonly heading: readonly [number, number] | undefined;
}

/** One row of a table: column name → cell. */
export type Row = Readonly<Record<string, string>>;

/** The report's text, decoded and otherwise unchanged. */
export const report = read('report/report.zh.txt');
export const figures = readCsv('figures.csv');
export const editions = (parse(read('story/story.yaml')) as { editions: string[] }).editions;
/** A finding of the brief as the file has it. */
type FindingFile = Readonly<Record<'id' | 'step', string>> & { readonly picture?: string };
/** The findings that readers see: those that link to a published section. */
export const findings = (
  (parse(read('story/story.yaml')) as { brief?: readonly FindingFile[] }).brief ?? []
).filter(({ step }) => !isHidden(step.split('--')[0] ?? ''));
export const fixedExpressions = parse(read('fixed-expressions.yaml')) as Record<string, string[]>;

/** Published sections in reading order. */
export const sections: readonly SectionFile[] = readOrder().map(readSection);

/**
 * Ids of the published derived figures: not those of hidden sections, but those of deleted ones, whose passage and figures
 * remain.
 */
export const derivedIds = (
  parse(read('derived.yaml')) as { derived: { id: string; section?: string }[] }
).derived.flatMap(({ id, section }) => (section === undefined || !isHidden(section) ? [id] : []));

function readLines(): (string | Record<string, string>)[] {
  return (parse(read('story/order.yaml')) as { sections: (string | Record<string, string>)[] }).sections;
}

function readOrder(): string[] {
  return readLines().filter((line) => typeof line === 'string');
}

function isHidden(section: string): boolean {
  return readLines().some((line) => typeof line !== 'string' && section in line);
}

interface RawSection {
  readonly title: Texts;
  readonly standfirst: Texts;
  readonly kicker?: { readonly heading: readonly [number, number] };
  readonly stage: readonly {
    readonly chart: string;
    readonly as?: string;
    readonly title: Texts;
    readonly caveat?: Texts;
    readonly figures?: readonly string[] | 'all';
    readonly derived?: readonly string[];
  }[];
  readonly steps: readonly (Texts & {
    readonly id: string;
    readonly show: string | { readonly state: string; readonly highlight?: string };
  })[];
}

function readSection(id: string): SectionFile {
  const file = parse(read(`story/sections/${id}.yaml`)) as RawSection;
  const charts = file.stage.map(({ chart, as, figures: ids, derived }) => ({
    name: as ?? chart,
    kind: chart,
    figures: ids === 'all' ? figures.map((figure) => figure.id ?? '') : (ids ?? []),
    derived: derived ?? [],
  }));
  const steps = file.steps.map(({ id: step, show, ...text }) => ({
    id: step,
    text,
    state: typeof show === 'string' ? show : show.state,
    highlight: typeof show === 'string' ? undefined : show.highlight,
  }));
  const texts = [
    file.title,
    file.standfirst,
    ...file.stage.flatMap(({ title, caveat }) => (caveat ? [title, caveat] : [title])),
  ];
  return { id, steps, charts, texts, heading: file.kicker?.heading };
}

function readCsv(path: string): readonly Row[] {
  const [header = [], ...rows] = parseCsv(read(path));
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

/** Parses CSV (RFC 4180): quoted cells may contain commas, line ends and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
