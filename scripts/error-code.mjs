/**
 * Returns the system's code of an error (`ENOENT`, `EADDRINUSE`), by which scripts recognise errors that they can explain.
 *
 * @param {unknown} error anything that was thrown
 * @returns {string | undefined} undefined if it has no code
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
