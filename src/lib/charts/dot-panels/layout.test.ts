import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { interpolateScene } from '../scene/interpolate-scene.js';
import { pictogramPaths } from '../scene/pictogram.js';
import { fieldPath } from '../scene/field.js';
import type { Mark } from '../scene/scene.js';
import { faults, pictures, testSizes } from '../testing.js';
import type { ChartInput, ChartSize, ChartState } from '../scene/types.js';
import { aloneExample, example, targetsExample } from './example.js';
import { layout } from './layout.js';

const size = testSizes[1] ?? { width: 358, height: 420 };
const find = (input: ChartInput, state: ChartState, key: string, at: ChartSize = size): Mark | undefined =>
  layout(input, state, at).find((mark) => mark.key === key);

/** How many marks the picture really draws, read off its paths. */
function drawn(mark: Mark | undefined): number {
  if (mark?.type === 'field') {
    const rows = [...fieldPath(mark).matchAll(/h([\d.]+)/g)];
    return rows.reduce((sum, [, length]) => sum + Math.floor(Number(length)) + 1, 0);
  }
  if (mark?.type !== 'pictogram') return NaN;
  const body = pictogramPaths(mark).find((path) => path.part === 'body')?.d ?? '';
  if (mark.shape !== 'plot') return (body.match(/M/g) ?? []).length;
  const areas = [...body.matchAll(/h(\d+)v(\d+)h-/g)];
  return areas.reduce((sum, [, width, height]) => sum + Number(width) * Number(height), 0);
}

describe('dot panels', () => {
  it.each([example, targetsExample, aloneExample].flatMap((one) => pictures(one, layout)))(
    'have room for everything: $name',
    (picture) => {
      expect(faults(picture)).toEqual([]);
    },
  );

  it.each(testSizes)(
    'draw exactly as many marks as each figure or its tiling says at $width×$height',
    (at) => {
      const count = (input: ChartInput, id: string) =>
        drawn(find(input, { state: 'drawn' }, `${id}.0.marks`, at));
      expect(['coins', 'pears', 'water', 'herbs'].map((id) => count(example.input, id))).toEqual([
        219, 8999, 112, 1084,
      ]);
      expect(
        ['new', 'grafts', 'moved', 'wild', 'huts', 'gates'].map((id) => count(targetsExample.input, id)),
      ).toEqual([266, 13, 105, 300, 5, 1]);
    },
  );

  it('have a place in their grid for every mark', () => {
    for (const at of testSizes) {
      for (const { input } of [example, targetsExample]) {
        for (const mark of layout(input, { state: 'drawn' }, at)) {
          if (mark.type !== 'field' && mark.type !== 'pictogram') continue;
          expect(mark.columns * mark.rows).toBeGreaterThanOrEqual(mark.count);
        }
      }
    }
  });

  it.each(testSizes)('have one size where they stand for the same, at $width×$height', (at) => {
    const pitch = (id: string) => {
      const mark = find(targetsExample.input, { state: 'drawn' }, `${id}.0.marks`, at);
      return mark?.type === 'pictogram' || mark?.type === 'field' ? mark.width / mark.columns : NaN;
    };
    expect(pitch('grafts')).toBeCloseTo(pitch('new'), 6);
    expect(pitch('wild')).toBeCloseTo(pitch('new'), 6);
  });

  it('are filled, outlined or hatched by their pens', () => {
    const look = (id: string) => find(targetsExample.input, { state: 'drawn' }, `${id}.0.marks`);
    expect(look('new')).toMatchObject({ className: 'c-drawn-target' });
    expect(look('wild')).toMatchObject({ className: 'c-drawn-strive', struck: true });
    expect(find(example.input, { state: 'drawn' }, 'coins.0.marks')).toMatchObject({
      className: 'c-drawn-reported',
    });
  });

  it('end in an arrow where the number is a lower bound, and nowhere else', () => {
    const desk = { width: 720, height: 600 };
    const end = (id: string) => find(targetsExample.input, { state: 'drawn' }, `${id}.0.end`, desk);
    expect(end('grafts')).toMatchObject({ shape: 'open', first: 13, beside: true });
    expect(end('moved')).toMatchObject({ shape: 'above' });
    expect(['new', 'wild', 'huts', 'gates'].map(end)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('hold back number and marks until their turn, and keep every panel in its place', () => {
    const state = { state: 'drawn', through: 'coins' };
    expect(find(example.input, state, 'pears.0.value')).toBeUndefined();
    expect(find(example.input, state, 'pears.0.marks')).toMatchObject({ count: 0 });
    const places = (of: ChartState) =>
      layout(example.input, of, size).flatMap((mark) =>
        mark.type === 'rect' ? [[mark.x, mark.y, mark.width, mark.height]] : [],
      );
    expect(places(state)).toEqual(places({ state: 'drawn' }));
  });

  it('say with each panel what one mark stands for', () => {
    const words = layout(example.input, { state: 'drawn' }, size).flatMap((mark) =>
      mark.type === 'text' ? [mark.runs.map((run) => run.text).join('')] : [],
    );
    for (const unit of ['每格 = 100万枚', '一点 = 1个', '每块 = 1000桶', '每格 = 1畦']) {
      expect(words.some((text) => text.includes(unit))).toBe(true);
    }
  });

  it('broken off midway 500 times, end exactly at their targets', () => {
    const random = randomLcg(7);
    const scenes = targetsExample.states.map((state) => layout(targetsExample.input, state, size));
    let now = scenes[0] ?? [];
    for (let way = 0; way < 500; way += 1) {
      const target = scenes[Math.floor(random() * scenes.length)] ?? [];
      const midway = interpolateScene(now, target)(random());
      for (const mark of midway) {
        if (mark.type === 'pictogram')
          expect(
            pictogramPaths(mark)
              .map((path) => path.d)
              .join(''),
          ).not.toMatch(/NaN|Infinity/);
      }
      expect(interpolateScene(midway, target)(1)).toBe(target);
      now = midway;
    }
  });
});
