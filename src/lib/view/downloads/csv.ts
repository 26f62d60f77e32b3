/** Writes tables as CSV (RFC 4180) in which no spreadsheet will run a cell as a formula. */

/** Beginnings of a cell that a spreadsheet runs as a formula, or removes to find one. */
const formula = /^[\s]*[=+\-@\t\r]/u;
/** Comparators (`>=`) are allowed: they begin no formula. */
const signs = /^[=<>]{1,2}$/u;
/** Plain numbers may begin with a sign. */
const number = /^[+-]?\d+(\.\d+)?$/u;

/** Writes a cell. If it could be taken for a formula, it gets a leading apostrophe, which spreadsheets read as “text”. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const harmless = !formula.test(text) || signs.test(text) || number.test(text);
  const safe = harmless ? text : `'${text}`;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes a header and one line per row, with CRLF line ends as the standard requires. */
export function csvTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
