/** How much a story may hold. Generous for editors, small enough that hostile files cannot stall a build. */

export const maxFiles = 500;

/** Bytes a file may have, by what it is. */
export function maxBytes(path: string): number {
  if (path.startsWith('report/') && path.endsWith('.txt')) return 1_000_000;
  if (path.endsWith('.csv')) return 2_000_000;
  return 256_000;
}
