/**
 * Checks the orders of a story against its sections: unknown, missing and pinned sections, and references to sections that an
 * order leaves out.
 */
import { present } from '../invariants/defined.js';
import type { StoryFolder } from './folder.js';
import { checkPins, readOrder, type OrderLine } from './order-file.js';
import { oneOf, Problems, say, type Place } from './problems.js';
import type { SectionHead } from './sections.js';
import { readFields } from './shape.js';
import type { Section } from './types.js';

/** One `[[see:]]` reference in a section's text. */
export interface Reference {
  readonly section: string;
  readonly target: string;
  readonly place: Place;
}

/** Reads and checks `order.yaml`, which must list every section that has a file. */
export function readMainOrder(
  folder: StoryFolder,
  heads: readonly SectionHead[],
  sections: ReadonlySet<string>,
  problems: Problems,
): readonly OrderLine[] {
  const pins = pinsOf(heads);
  const node = folder.yaml('story/order.yaml');
  const order = readOrder(problems, node, sections);
  checkPins(problems, order, pins);
  if (node === undefined) return order;
  const root = readFields(new Problems(), node, { required: ['sections'] });
  const place = root?.get('sections')?.place ?? node.place;
  for (const { id } of heads) {
    if (!order.some((line) => line.id === id))
      problems.add('not-in-order', place, id, say(`一行「- ${id}」`, `a line "- ${id}"`));
  }
  const withheld = new Set(heads.flatMap((head) => (head.withheld ? [head.id] : [])));
  for (const line of order)
    if (!line.hidden && withheld.has(line.id))
      problems.add(
        'withheld',
        line.place,
        line.id,
        say(`「- ${line.id}: hidden」`, `"- ${line.id}: hidden"`),
      );
  if (!order.some((line) => !line.hidden))
    problems.add('nothing-published', place, `${order.length}`, say('至少一节', 'at least one section'));
  return order;
}

export const publishedOf = (lines: readonly OrderLine[]): readonly string[] =>
  lines.filter((line) => !line.hidden).map(({ id }) => id);

const pinsOf = (heads: readonly SectionHead[]): ReadonlyMap<string, 'first' | 'last'> =>
  new Map(heads.flatMap(({ id, pin }) => (pin ? [[id, pin] as const] : [])));

/** Checks the named orders. They may leave sections out, but each must be publishable as it is. */
export function checkOtherOrders(
  problems: Problems,
  folder: StoryFolder,
  heads: readonly SectionHead[],
  sections: ReadonlySet<string>,
  seen: readonly Reference[],
): void {
  for (const node of folder.orders()) {
    const lines = readOrder(problems, node, sections);
    const published = publishedOf(lines);
    checkPins(problems, lines, pinsOf(heads));
    if (published.length === 0)
      problems.add(
        'nothing-published',
        node.place,
        `${lines.length}`,
        say('至少一节', 'at least one section'),
      );
    for (const { id, hidden, place } of lines) {
      const missing = new Set(
        seen.flatMap(({ section, target }) =>
          section === id && !published.includes(target) ? [target] : [],
        ),
      );
      if (hidden) continue;
      for (const target of missing)
        problems.add('see-hidden', place, target, say(`一行「- ${target}」`, `a line "- ${target}"`));
    }
  }
}

export function checkSeen(
  problems: Problems,
  seen: readonly Reference[],
  published: readonly string[],
  order: readonly OrderLine[],
): void {
  for (const { section, target, place } of seen) {
    const hidden = order.some((line) => line.id === target && line.hidden);
    if (hidden && published.includes(section))
      problems.add('see-hidden', place, target, oneOf(published.filter((id) => id !== section)));
  }
}

export function sortByOrder(sections: readonly Section[], order: readonly OrderLine[]): readonly Section[] {
  const positions = new Map(order.map(({ id }, i) => [id, i]));
  return [...sections].sort((a, b) => present(positions, a.id) - present(positions, b.id));
}
