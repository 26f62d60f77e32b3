/**
 * The system's code of an error (`ENOENT`, `EADDRINUSE`), by which scripts tell what they can say in words from what they can't.
 *
 * @param {unknown} error whatever was thrown
 * @returns {string | undefined} undefined for what bears no code
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
