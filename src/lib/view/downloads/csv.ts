/** Tables as RFC 4180 text that no spreadsheet takes for anything but data. */

/** What a spreadsheet would run as a formula, or strip to find one. */
const formula = /^[\s]*[=+\-@\t\r]/u;
/** Comparators alone (`>=`): they begin no formula. */
const signs = /^[=<>]{1,2}$/u;
/** Plain numbers may begin with a sign. */
const number = /^[+-]?\d+(\.\d+)?$/u;

/** A cell that would begin a formula gets an apostrophe, which spreadsheets read as “text”. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const harmless = !formula.test(text) || signs.test(text) || number.test(text);
  const safe = harmless ? text : `'${text}`;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One header, one line a row, CRLF ends as the standard has them. */
export function csvTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
