/** Makes random orders of a story's sections that an editor could publish. */
import type { Story } from '../../src/lib/story/types.js';
import { inlinesOf } from './inlines.js';
import { seededRandom } from './random.js';

/**
 * A random order: pinned sections at their ends, the others shuffled; two of three orders leave some sections out. Sections that
 * others refer to stay, because the checks report a reference to a hidden section.
 */
export function randomOrder(story: Story, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const pinned = (end: 'first' | 'last') =>
    story.sections.filter(({ pin }) => pin === end).map(({ id }) => id);
  const loose = story.sections.filter(({ pin }) => pin === undefined).map(({ id }) => id);
  const chosen = seed % 3 === 0 ? loose : loose.filter(() => random.next() < 0.6);
  const kept = new Set([...pinned('first'), ...chosen, ...pinned('last')]);
  // The set grows during the loop, so that references of added sections are followed too.
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
