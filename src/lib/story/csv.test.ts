import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.js';
import { Problems } from './problems.js';
import { sourceFile } from './source-file.js';

function read(text: string) {
  const problems = new Problems();
  const table = readCsv(sourceFile('t.csv', text), ['id', 'words'], problems);
  const rows = table.rows.map((row) => [row.cell('id').value, row.cell('words').value]);
  const places = problems.all.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
  return { table, rows, places };
}

describe('a table', () => {
  it('is read cell by cell, with commas, quotation marks and line ends inside quotes', () => {
    const { rows, places } = read('id,words\na,"x, ""y""\nz"\nb,\n');
    expect(places).toEqual([]);
    expect(rows).toEqual([
      ['a', 'x, "y"\nz'],
      ['b', ''],
    ]);
  });

  it.each(['id,words\n\na,b\n', 'id,words\n,\na,b\n', 'id,words\na,b\n\n,\n'])(
    'has no rows where %j is blank, as spreadsheets leave it',
    (text) => {
      const { table, rows, places } = read(text);
      expect({ rows, places, complete: table.complete }).toEqual({
        rows: [['a', 'b']],
        places: [],
        complete: true,
      });
    },
  );

  it('knows where each character of a cell stands', () => {
    const cell = read('id,words\na,"x""y\nz"\n').table.rows[0]?.cell('words');
    expect(cell?.place).toMatchObject({ line: 2, column: 4 });
    expect(cell?.placeAt(2)).toMatchObject({ line: 2, column: 7 });
    expect(cell?.placeAt(4)).toMatchObject({ line: 3, column: 1 });
  });

  it.each([
    ['', ['csv-header 1:1', 'csv-header 1:1']],
    ['id\n', ['csv-header 1:3']],
    ['words,id\n', ['csv-header 1:1']],
    ['id,words,id\n', ['csv-header 1:10']],
    ['id,words\na\n', ['csv-columns 2:2']],
    ['id,words\na,b,c\n', ['csv-columns 2:5']],
    ['id,words\na,b"c\n', ['csv-quoting 2:4']],
    ['id,words\na,"b"c\n', ['csv-quoting 2:6']],
    ['id,words\na,"b\n', ['csv-quoting 2:3']],
  ])('of %j has problems at %j', (text, expected) => {
    const { table, places } = read(text);
    expect([...new Set(places)]).toEqual([...new Set(expected)]);
    expect(table.complete).toBe(false);
  });
});
