/** Reads an order, `order.yaml` or a file of `orders/`: one section per line, some of them hidden. */
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { exactly, oneOf, say, type Place } from './problems.js';
import { readFields, readList } from './shape.js';
import { describe, type Node } from './yaml.js';

export interface OrderLine {
  readonly id: string;
  readonly hidden: boolean;
  readonly place: Place;
}

/** Returns the lines whose section exists, each section once; reports all others. */
export function readOrder(
  problems: Problems,
  node: Node | undefined,
  sections: ReadonlySet<string>,
): readonly OrderLine[] {
  const lines: OrderLine[] = [];
  const root = readFields(problems, node, { required: ['sections'] });
  for (const item of readList(problems, root?.get('sections'))) {
    const line = readLine(problems, item);
    if (!line) continue;
    if (!sections.has(line.id)) {
      problems.add('unknown-section', line.place, line.id, oneOf(sections), nearest(line.id, sections));
    } else if (lines.some(({ id }) => id === line.id)) {
      problems.add('duplicate-id', line.place, line.id, say('每节一行', 'one line a section'));
    } else {
      lines.push(line);
    }
  }
  return lines;
}

function readLine(problems: Problems, node: Node): OrderLine | undefined {
  if (node.type === 'text') return { id: node.value, hidden: false, place: node.place };
  const [entry, ...more] = node.type === 'map' ? node.entries : [];
  if (!entry || more.length > 0) {
    problems.add(
      'wrong-shape',
      node.place,
      describe(node),
      say('「- 节」或「- 节: hidden」', '"- section" or "- section: hidden"'),
    );
    return undefined;
  }
  const word = describe(entry.value);
  if (word !== 'hidden') {
    problems.add('unknown-word', entry.value.place, word, exactly('hidden'), nearest(word, ['hidden']));
  }
  return { id: entry.key, hidden: true, place: entry.keyPlace };
}

/** Reports sections that are pinned to the first or last line and stand elsewhere. Hidden lines count. */
export function checkPins(
  problems: Problems,
  lines: readonly OrderLine[],
  pins: ReadonlyMap<string, 'first' | 'last'>,
): void {
  lines.forEach((line, i) => {
    const pin = pins.get(line.id);
    if ((pin === 'first' && i !== 0) || (pin === 'last' && i !== lines.length - 1)) {
      const expected = pin === 'first' ? say('第一行', 'the first line') : say('最后一行', 'the last line');
      problems.add('pin-out-of-place', line.place, line.id, expected);
    }
  });
}
