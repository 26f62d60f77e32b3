/**
 * Names the story for programs that keep what they have read (feed readers, catalogues): the same in every build, whatever its words,
 * its order and its address are.
 */
import { sha256 } from '../story/sha256.js';
import type { Story } from '../story/types.js';

/**
 * A UUID of version 8 (RFC 9562: of the maker's own making), from the report's digest and a name.
 *
 * @param part what of the story is named: an edition, a section; empty: the story itself
 */
export function storyUuid(
  { report }: { readonly report: Pick<Story['report'], 'sha256'> },
  part = '',
): string {
  const digits = sha256(new TextEncoder().encode(`${report.sha256} ${part}`));
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ].join('-');
}
