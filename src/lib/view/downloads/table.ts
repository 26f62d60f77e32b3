/**
 * A published table: its columns described once, from which both the CSV file and its description for programs are made (a Table
 * Schema of the Data Package standard, https://datapackage.org). Knows no story.
 */
import { defined } from '../../invariants/defined.js';
import { csvTable } from './csv.js';

export type Cell = string | number;

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number';
  /** The Chinese label. */
  readonly title: string;
  readonly description: string;
  readonly constraints?: {
    readonly required?: true;
    readonly unique?: true;
    readonly minimum?: number;
    readonly enum?: readonly string[];
  };
}

/** What must hold for a column, if the standard's name for it is needed in several tables. */
export const required = { constraints: { required: true } } as const;

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

export interface Table {
  /** Name of the resource and of its file, without `.csv`. */
  readonly name: string;
  /** Path from the folder `data/`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
  /** Cells in the order of the fields; an empty text is a missing value. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Without a byte order mark, spreadsheets assume the system's local encoding. */
const byteOrderMark = '\uFEFF';

/** The file: UTF-8 with byte order mark, as RFC 4180 has it. */
export function csvFile({ name, fields, rows }: Table): string {
  for (const row of rows)
    defined(row.length === fields.length || undefined, `a cell in each column of ${name}`);
  return (
    byteOrderMark +
    csvTable(
      fields.map((field) => field.name),
      rows,
    )
  );
}

/** The table's schema; an optional part of it is absent, not empty. */
export function schemaOf({ fields, primaryKey, foreignKeys }: Table): Readonly<Record<string, unknown>> {
  return { fields, primaryKey, ...(foreignKeys ? { foreignKeys } : {}), missingValues: [''] };
}

/** A column a language: `note_zh`, `note_en`. */
export function perLanguage(
  languages: readonly string[],
  name: string,
  title: string,
  description: string,
): readonly Field[] {
  return languages.map((language) => ({
    name: `${name}_${language}`,
    type: 'string',
    title: `${title}（${language}）`,
    description: `${description} (${language})`,
  }));
}

export const section: Field = {
  name: 'section',
  type: 'string',
  title: '节',
  description: 'The section whose passage of the report it is from',
  ...required,
};

export const toSection: ForeignKey = {
  fields: ['section'],
  reference: { resource: 'sections', fields: ['id'] },
};
