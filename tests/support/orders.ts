/** Random orders of a story's sections that an editor could publish. */
import type { Story } from '../../src/lib/story/types.js';
import { inlinesOf } from './inlines.js';
import { seededRandom } from './random.js';

/**
 * Pinned sections at their ends, the others shuffled; in two of three orders some are left out. A reference to a hidden
 * section is a mistake of the editor's that the checks report, so what is referred to stays.
 */
export function randomOrder(story: Story, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const pinned = (end: 'first' | 'last') =>
    story.sections.filter(({ pin }) => pin === end).map(({ id }) => id);
  const loose = story.sections.filter(({ pin }) => pin === undefined).map(({ id }) => id);
  const chosen = seed % 3 === 0 ? loose : loose.filter(() => random.next() < 0.6);
  const kept = new Set([...pinned('first'), ...chosen, ...pinned('last')]);
  // A set that grows while it is walked: what a section refers to is walked in its turn.
  for (const id of kept) for (const target of refersTo(story, id)) kept.add(target);
  return [...pinned('first'), ...random.shuffle(loose.filter((id) => kept.has(id))), ...pinned('last')];
}

function refersTo(story: Story, id: string): readonly string[] {
  const section = story.sections.find((candidate) => candidate.id === id);
  if (!section) return [];
  const variants = [section, ...(section.leadIns ?? []).map(({ text }) => ({ ...section, leadIn: text }))];
  return variants
    .flatMap((variant) => inlinesOf(variant, 'zh'))
    .flatMap((node) => (node.type === 'see' ? [node.section] : []));
}
