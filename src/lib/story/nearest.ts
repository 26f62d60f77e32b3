/** Suggests the name that a misspelt one was probably meant to be. Compares letters only. */

/** The closest of `among`; undefined if none is close enough to be a typing error. */
export function nearest(name: string, among: Iterable<string>): string | undefined {
  if (name.length === 0 || name.length > 80) return undefined;
  const names = [...among];
  const typed = name.toLowerCase();
  for (const candidate of names)
    if (candidate !== name && candidate.toLowerCase() === typed) return candidate;
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.ceil(name.length / 3)) + 1;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Edit distance (Damerau–Levenshtein, restricted): the fewest insertions, deletions, replacements and swaps of neighbours that
 * turn `a` into `b`.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  let distance = b.length;
  for (let row = 1; row <= a.length; row += 1) {
    const current: number[] = [];
    // `distance` is the cost of the column to the left in this row, `corner` its cost in the row before.
    let corner = 0;
    for (const [column, above] of last.entries()) {
      const changed = corner + (a[row - 1] === b[column - 1] ? 0 : 1);
      distance = column === 0 ? row : Math.min(above + 1, distance + 1, changed);
      const before = beforeLast[column - 2];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped && before !== undefined) distance = Math.min(distance, before + 1);
      current.push(distance);
      corner = above;
    }
    beforeLast = last;
    last = current;
  }
  return distance;
}
