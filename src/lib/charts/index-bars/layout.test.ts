import { describe, expect, it } from 'vitest';
import { faults, pictures } from '../testing.js';
import type { Mark, Scene } from '../scene/scene.js';
import type { ChartState } from '../scene/types.js';
import { example } from './example.js';
import { layout } from './layout.js';

const size = { width: 400, height: 400 };
const mark = (scene: Scene, key: string): Mark | undefined =>
  scene.find((candidate) => candidate.key === key);
const { input } = example;

describe('index bars', () => {
  it.each(pictures(example, layout))('have room for everything: $name', (picture) => {
    expect(faults(picture)).toEqual([]);
  });

  it('begin as outlines of the same full width: the level before is no number of the report', () => {
    const scene = layout(input, { state: 'start' }, size);
    for (const key of ['apples.0', 'pears.0', 'rot.0', 'pests.2']) {
      expect(mark(scene, `${key}.rest`)).toMatchObject({ x: 0, width: 400, opacity: 0 });
      expect(mark(scene, `${key}.lost`)).toMatchObject({ x: 0, width: 400 });
      expect(mark(scene, `${key}.index`)).toBeUndefined();
    }
  });

  it('keep what is left solid; hatch what is lost where the step speaks of it, and leave its ghost elsewhere', () => {
    const scene = layout(input, { state: 'indexed', highlight: 'pears' }, size);
    expect(mark(scene, 'pears.0.rest')).toMatchObject({ x: 0, width: 400 * 0.4844 });
    expect(mark(scene, 'pears.0.lost')).toMatchObject({ x: 400 * 0.4844 });
    expect(mark(scene, 'pears.0.hatch')).toMatchObject({ x: 400 * 0.4844, pattern: 'lost', opacity: 1 });
    expect(mark(scene, 'apples.0.hatch')).toMatchObject({ x: 400 * 0.857, pattern: 'lost', opacity: 0 });
  });

  it('draw an open fall as a room under a ceiling, without a bar in it', () => {
    const scene = layout(input, { state: 'indexed' }, size);
    expect(mark(scene, 'pests.0.rest')).toBeUndefined();
    expect(mark(scene, 'pests.0.room')).toMatchObject({ x: 0, width: 200 });
    expect(mark(scene, 'pests.0.ceiling')).toMatchObject({ x1: 200, x2: 200 });
  });

  it('draw a rate slimmer than a number', () => {
    const scene = layout(input, { state: 'indexed' }, size);
    const [number, rate] = [mark(scene, 'apples.0.rest'), mark(scene, 'rot.0.rest')];
    expect(number?.type === 'rect' && rate?.type === 'rect' && rate.height < number.height / 2).toBe(true);
  });

  it('leave falls after `through` at the full level', () => {
    const scene = layout(input, { state: 'indexed', through: 'apples' }, size);
    expect(mark(scene, 'apples.0.rest')).toMatchObject({ width: 400 * 0.857 });
    expect(mark(scene, 'pears.0.rest')).toMatchObject({ width: 400 });
  });

  it('dim the others when one is emphasised, by its own id or by its index', () => {
    for (const highlight of ['apples', 'apples-index']) {
      const scene = layout(input, { state: 'indexed', highlight }, size);
      expect(mark(scene, 'apples.0.rest')?.opacity).toBe(1);
      expect(mark(scene, 'pears.0.rest')?.opacity).toBeLessThan(0.5);
    }
  });

  it('bear the note of the fall that a state leads with', () => {
    const notes = (state: ChartState) =>
      layout(input, state, size).flatMap(({ key }) => (key.endsWith('.note.0') ? [key] : []));
    expect(notes({ state: 'start' })).toEqual([]);
    expect(notes({ state: 'indexed', through: 'apples' })).toEqual(['apples.0.note.0']);
    expect(notes({ state: 'indexed', highlight: 'pears' })).toEqual([]);
  });

  it('mark by an empty frame what is not given', () => {
    const scene = layout(input, { state: 'start' }, size);
    for (const key of ['axis.blank', 'key.missing.period.mark'])
      expect(mark(scene, key)?.className).toBe('c-blank');
  });
});
