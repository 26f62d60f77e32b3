import { describe, expect, it } from 'vitest';
import { boxOf, faults, pictures, testSizes } from '../testing.js';
import { textBox } from '../scene/text.js';
import type { Mark, Scene } from '../scene/scene.js';
import type { ChartInput, ChartState } from '../scene/types.js';
import { example, joinedExample, levelsExample } from './example.js';
import { layout } from './layout.js';

const size = { width: 400, height: 400 };
const mark = (scene: Scene, key: string): Mark | undefined =>
  scene.find((candidate) => candidate.key === key);
const rect = (scene: Scene, key: string) => {
  const found = mark(scene, key);
  if (found?.type !== 'rect') throw new Error(`no rect is called ${key}`);
  return found;
};

describe('bars', () => {
  it.each([
    ...pictures(example, layout),
    ...pictures(joinedExample, layout),
    ...pictures(levelsExample, layout),
  ])('have room for everything: $name', (picture) => {
    expect(faults(picture)).toEqual([]);
  });

  it('begin at zero and are as long as their numbers', () => {
    const scene = layout(joinedExample.input, { state: 'drawn' }, size);
    const [plums, apples] = [rect(scene, 'plums.0.bar'), rect(scene, 'apples.0.bar')];
    expect([plums.x, apples.x]).toEqual([0, 0]);
    expect(plums.width / apples.width).toBeCloseTo(65 / 343, 6);
  });

  it('hatch a strive from the target that it goes beyond, in the same row', () => {
    const scene = layout(example.input, { state: 'drawn' }, size);
    const [base, stretch] = [rect(scene, 'all.0.bar'), rect(scene, 'all.0.stretch.bar')];
    expect(stretch.pattern).toBe('stretch');
    expect(stretch.x).toBeCloseTo(base.x + base.width, 6);
    expect(stretch.y).toBe(base.y);
  });

  it('end `>=` in an arrow, `>` in a hollow cap and an arrow, `<=` in a ceiling without a bar', () => {
    const scene = layout(example.input, { state: 'drawn' }, size);
    const parts = (row: string) =>
      ['bar', 'arrow', 'cap', 'room', 'ceiling'].filter((part) => mark(scene, `${row}.${part}`));
    expect(parts('last.0')).toEqual(['bar']);
    expect(parts('jam.1')).toEqual(['bar', 'arrow']);
    expect(parts('dried.0')).toEqual(['bar', 'arrow', 'cap']);
    expect(parts('waste.0')).toEqual(['room', 'ceiling']);
  });

  it('joined, lie end to end over the whole width in their order', () => {
    const scene = layout(joinedExample.input, { state: 'joined' }, size);
    const parts = ['plums', 'pears', 'apples'].map((id) => rect(scene, `${id}.0.bar`));
    let end = 0;
    for (const part of parts) {
      expect(part.x).toBeCloseTo(end, 6);
      end += part.width;
    }
    expect(end).toBeCloseTo(size.width, 6);
    expect(new Set(parts.map((part) => `${part.y} ${part.height}`)).size).toBe(1);
  });

  it('joined, keep the pens and identities of the bars', () => {
    const drawn = layout(joinedExample.input, { state: 'drawn' }, size);
    const scene = layout(joinedExample.input, { state: 'joined' }, size);
    for (const id of ['plums', 'pears', 'apples']) {
      expect(rect(scene, `${id}.0.bar`).className).toBe(rect(drawn, `${id}.0.bar`).className);
    }
  });

  it('do not move when the mean appears', () => {
    const drawn = layout(example.input, { state: 'drawn' }, size);
    const scene = layout(example.input, { state: 'mean' }, size);
    expect(rect(scene, 'all.0.bar')).toEqual(rect(drawn, 'all.0.bar'));
    expect(mark(drawn, 'mean.foot')).toBeUndefined();
    expect(mark(scene, 'mean.foot')).toBeDefined();
  });

  it('go over to the other number of their subject, and frame what has none', () => {
    const [rates, levels, whole] = (['drawn', 'levels', 'joined'] as const).map((state) =>
      layout(levelsExample.input, { state }, size),
    );
    for (const scene of [rates, levels, whole])
      expect(rect(scene ?? [], 'pears-growth.0.bar').width).toBeGreaterThan(0);
    const [plums, pears] = ['plums', 'pears'].map((id) => rect(levels ?? [], `${id}-growth.0.bar`).width);
    expect((plums ?? 0) / (pears ?? 1)).toBeCloseTo(65 / 322, 6);
    expect(rect(levels ?? [], 'all-growth.0.frame').opacity).toBe(1);
    expect(mark(levels ?? [], 'all-growth.0.missing')).toBeDefined();
  });

  it('bear the note of the number that a state leads with, and no other', () => {
    const notes = (state: ChartState) =>
      layout(example.input, state, { width: 720, height: 600 }).flatMap(({ key }) =>
        key.endsWith('.note.0') ? [key] : [],
      );
    expect(notes({ state: 'drawn', through: 'all-stretch', highlight: 'all' })).toEqual(['all.0.note.0']);
    expect(notes({ state: 'drawn', through: 'all-stretch' })).toEqual([]);
    expect(notes({ state: 'drawn' })).toEqual(['waste.0.note.0']);
    expect(notes({ state: 'drawn', highlight: 'last' })).toEqual([]);
  });

  it('set the number that a state leads with larger than the others', () => {
    const scene = layout(
      joinedExample.input,
      { state: 'drawn', highlight: 'pears' },
      { width: 720, height: 600 },
    );
    const sizeOf = (key: string) => {
      const found = mark(scene, key);
      return found?.type === 'text' ? Math.max(...found.runs.map((run) => run.fontSize ?? 0)) : 0;
    };
    expect(sizeOf('pears.0.value.lead')).toBeGreaterThan(sizeOf('apples.0.value') * 1.3);
  });

  it.each(testSizes)('joined, hang no leader through another part’s label at $width × $height', (at) => {
    const long = (figures: ChartInput['figures']) =>
      figures.map((figure) => ({ ...figure, printed: `${figure.value} 亿又若干万吨` }));
    const scene = layout(
      { ...joinedExample.input, figures: long(joinedExample.input.figures) },
      { state: 'joined' },
      at,
    );
    const labels = scene.flatMap((one) =>
      one.type === 'text' && /(value|subject)$/.test(one.key) ? [{ key: one.key, ...textBox(one) }] : [],
    );
    const crossed = scene
      .filter(({ key }) => key.endsWith('.leader'))
      .flatMap((leader) => {
        const { left, bottom } = boxOf(leader);
        const others = labels.filter(({ key }) => key.split('.')[0] !== leader.key.split('.')[0]);
        return others.filter((box) => left > box.left && left < box.right && bottom > box.bottom + 2);
      });
    expect(crossed).toEqual([]);
  });
});
