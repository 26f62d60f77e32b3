/** Limits on the size of a story: generous for editors, low enough that hostile files cannot stall a build. */

export const maxFiles = 500;

/** Greatest size of a file, in bytes, by its path. */
export function maxBytes(path: string): number {
  if (path.startsWith('report/') && path.endsWith('.txt')) return 1_000_000;
  if (path.endsWith('.csv')) return 2_000_000;
  return 256_000;
}
