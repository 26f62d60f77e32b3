/** The files below `/data/` that readers take away, and the package that describes them. */
import { chartTable } from '../view/downloads/chart-csv.js';
import { dataPackage, type PublishedFile } from '../view/downloads/data-package.js';
import { derivedTable } from '../view/downloads/derived-csv.js';
import { figuresTable } from '../view/downloads/figures-csv.js';
import { figuresJson } from '../view/downloads/figures-json.js';
import { marksTable } from '../view/downloads/marks-csv.js';
import { sectionsTable } from '../view/downloads/sections-csv.js';
import { csvFile, type Table } from '../view/downloads/table.js';
import { defined } from '../invariants/defined.js';
import { reportPath } from '../story/report.js';
import type { Story, StoryFiles } from '../story/types.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function publishedFiles(story: Story, files: StoryFiles, site: string | undefined): readonly PublishedFile[] {
  const tables: readonly Table[] = [
    figuresTable(story),
    derivedTable(story),
    marksTable(story),
    sectionsTable(story),
    ...story.sections.flatMap((section) =>
      section.stage.map((chart) => chartTable(story, section, chart, site)),
    ),
  ];
  const report = {
    name: 'report',
    path: defined(reportPath.split('/').at(-1), 'name of the report’s file'),
    format: 'txt',
    mediatype: 'text/plain',
    title: '报告原文',
    description:
      'The report as it was handed down, byte for byte. All offsets count its UTF-16 units from 0.',
  };
  const figures = {
    name: 'figures-json',
    path: 'figures.json',
    format: 'json',
    mediatype: 'application/json',
    title: '数字（JSON）',
    description: 'The figures and derived figures for programs',
  };
  return [
    ...tables.map((about) => ({ about, bytes: utf8(csvFile(about)) })),
    { about: figures, bytes: utf8(JSON.stringify(figuresJson(story))) },
    { about: report, bytes: defined(files.get(reportPath), reportPath) },
  ];
}

export interface DataFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/**
 * Path from `/data/` → file.
 *
 * @param site the site's address, if the build knows it
 */
export function dataFiles(
  story: Story,
  files: StoryFiles,
  site: string | undefined,
): ReadonlyMap<string, DataFile> {
  const published = publishedFiles(story, files, site);
  const descriptor = JSON.stringify(dataPackage(story, published, site), null, 2);
  return new Map([
    ...published.map(({ about, bytes }): [string, DataFile] => [
      about.path,
      { bytes, type: `${'fields' in about ? 'text/csv' : about.mediatype}; charset=utf-8` },
    ]),
    ['datapackage.json', { bytes: utf8(`${descriptor}\n`), type: 'application/json; charset=utf-8' }],
  ]);
}
