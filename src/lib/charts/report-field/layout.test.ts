import { describe, expect, it } from 'vitest';
import { faults, pictures } from '../testing.js';
import type { FieldMark, Mark, Scene } from '../scene/scene.js';
import { example } from './example.js';
import { layout } from './layout.js';

const size = { width: 358, height: 420 };
const { input } = example;
const passages = (scene: Scene) => scene.filter((mark): mark is FieldMark => mark.type === 'field');
const lit = (scene: Scene): Mark[] => scene.filter((mark) => mark.key.startsWith('figure.'));

describe('the report as a field', () => {
  it.each(pictures(example, layout))('has room for everything: $name', (picture) => {
    expect(faults(picture)).toEqual([]);
  });

  it('has a cell for every character', () => {
    const cells = passages(layout(input, { state: 'field' }, size)).reduce(
      (sum, field) => sum + field.count,
      0,
    );
    expect(cells).toBe(input.report?.length);
  });

  it('lights every figure, filled if reported and hollow if a target, each a link', () => {
    expect(lit(layout(input, { state: 'field' }, size))).toEqual([]);
    const marks = lit(layout(input, { state: 'lit' }, size));
    expect(marks.map((mark) => mark.link?.id)).toEqual(input.figures.map((figure) => figure.id));
    expect(marks.filter((mark) => mark.className.includes('c-pen-reported'))).toHaveLength(17);
    expect(marks.filter((mark) => mark.className.includes('c-pen-target'))).toHaveLength(60);
  });

  it('lights figures inside the passages that hold them', () => {
    const scene = layout(input, { state: 'lit' }, size);
    for (const figure of input.figures) {
      const passage = input.report?.passages.find(
        ({ start, end }) => Number(figure.at) >= start && Number(figure.at) < end,
      );
      const field = passages(scene).find((mark) => mark.key === `passage.${passage?.section}`);
      const mark = scene.find((candidate) => candidate.key === `figure.${figure.id}`);
      expect(field && mark?.type === 'glyph' && mark.y > field.y && mark.y < field.y + field.height).toBe(
        true,
      );
    }
  });

  it('dims what the emphasised count does not count, even where it counts nothing', () => {
    const scene = layout(input, { state: 'group', highlight: 'problems' }, size);
    const strong = passages(scene).filter((field) => (field.opacity ?? 1) > 0.5);
    expect(strong.map((field) => field.key)).toEqual(['passage.part-5']);
    expect(lit(scene).every((mark) => (mark.opacity ?? 1) < 0.5)).toBe(true);
  });
});
