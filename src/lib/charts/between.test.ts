import { describe, expect, it } from 'vitest';
import { layout as bars } from './bars/layout.js';
import { example as barsExample, joinedExample } from './bars/example.js';
import { between } from './between.js';
import { layout as indexBars } from './index-bars/layout.js';
import { example as indexExample } from './index-bars/example.js';
import { layout as reportField } from './report-field/layout.js';
import { example as fieldExample } from './report-field/example.js';
import { layout as dotPanels } from './dot-panels/layout.js';
import { targetsExample as dotsExample } from './dot-panels/example.js';
import type { Scene } from './scene.js';
import { seeded, testSizes } from './testing.js';

const kinds = [
  { name: 'bars', layout: bars, example: barsExample },
  { name: 'joined bars', layout: bars, example: joinedExample },
  { name: 'index bars', layout: indexBars, example: indexExample },
  { name: 'report field', layout: reportField, example: fieldExample },
  { name: 'dot panels', layout: dotPanels, example: dotsExample },
];

const unsound = (scene: Scene) =>
  scene.flatMap((mark) =>
    Object.values(mark).filter((value) => typeof value === 'number' && !Number.isFinite(value)),
  );

describe.each(kinds)('between two pictures of $name', ({ layout, example: { input, states } }) => {
  const size = testSizes[1] ?? { width: 358, height: 420 };
  const scenes = states.map((state) => layout(input, state, size));

  it('500 ways broken off midway end exactly at their targets', () => {
    const random = seeded(500);
    const pick = () => scenes[Math.floor(random() * scenes.length)] ?? [];
    let drawn: Scene = pick();
    for (let way = 0; way < 500; way += 1) {
      const target = pick();
      const broken = between(drawn, target, random());
      expect(unsound(broken)).toEqual([]);
      expect(new Set(broken.map((mark) => mark.key)).size).toBe(broken.length);
      expect(between(broken, target, 1)).toBe(target);
      drawn = broken;
    }
  });

  it('a picture’s keys stay where they were at the beginning and come to where they go at the end', () => {
    const [from = [], to = []] = [scenes[0], scenes.at(-1)];
    const start = new Map(between(from, to, 0).map((mark) => [mark.key, mark]));
    for (const mark of from)
      if (start.has(mark.key)) expect(geometry(start.get(mark.key))).toEqual(geometry(mark));
  });
});

function geometry(mark: Scene[number] | undefined) {
  if (mark?.type === 'rect') return [mark.x, mark.y, mark.width, mark.height];
  if (mark?.type === 'text') return [mark.x, mark.y];
  return [];
}

describe('between', () => {
  const rect = (key: string, x: number) =>
    ({ type: 'rect', key, klass: '', x, y: 0, width: 10, height: 10 }) as const;

  it('moves what both have, lets come what is new and go what is old', () => {
    const [old, kept, fresh] = between(
      [rect('old', 0), rect('kept', 0)],
      [rect('kept', 100), rect('fresh', 7)],
      0.25,
    );
    expect(old).toMatchObject({ key: 'old', x: 0, opacity: 0.75 });
    expect(kept).toMatchObject({ key: 'kept', x: 25, opacity: 1 });
    expect(fresh).toMatchObject({ key: 'fresh', x: 7, opacity: 0.25 });
  });
});
