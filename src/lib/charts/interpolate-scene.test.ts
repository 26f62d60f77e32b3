import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { interpolateScene } from './scene/interpolate-scene.js';
import type { Scene } from './scene/scene.js';
import { sceneExamples, testSizes } from './testing.js';

const unsound = (scene: Scene) =>
  scene.flatMap((mark) =>
    Object.values(mark).filter((value) => typeof value === 'number' && !Number.isFinite(value)),
  );

describe.each(sceneExamples)('between two pictures of $name', ({ layout, example: { input, states } }) => {
  const size = testSizes[1] ?? { width: 358, height: 420 };
  const scenes = states.map((state) => layout(input, state, size));

  it('500 ways broken off midway end exactly at their targets', () => {
    const random = randomLcg(500);
    const pick = () => scenes[Math.floor(random() * scenes.length)] ?? [];
    let drawn: Scene = pick();
    for (let way = 0; way < 500; way += 1) {
      const target = pick();
      const broken = interpolateScene(drawn, target)(random());
      expect(unsound(broken)).toEqual([]);
      expect(new Set(broken.map((mark) => mark.key)).size).toBe(broken.length);
      expect(interpolateScene(broken, target)(1)).toBe(target);
      drawn = broken;
    }
  });

  it('a picture’s keys stay where they were at the beginning and come to where they go at the end', () => {
    const [from = [], to = []] = [scenes[0], scenes.at(-1)];
    const start = new Map(interpolateScene(from, to)(0).map((mark) => [mark.key, mark]));
    for (const mark of from)
      if (start.has(mark.key)) expect(geometry(start.get(mark.key))).toEqual(geometry(mark));
  });
});

function geometry(mark: Scene[number] | undefined) {
  if (mark?.type === 'rect') return [mark.x, mark.y, mark.width, mark.height];
  if (mark?.type === 'text') return [mark.x, mark.y];
  return [];
}

describe('interpolateScene', () => {
  const rect = (key: string, x: number) =>
    ({ type: 'rect', key, className: '', x, y: 0, width: 10, height: 10 }) as const;

  it('moves what both have, lets come what is new and go what is old', () => {
    const [old, kept, fresh] = interpolateScene(
      [rect('old', 0), rect('kept', 0)],
      [rect('kept', 100), rect('fresh', 7)],
    )(0.25);
    expect(old).toMatchObject({ key: 'old', x: 0, opacity: 0.75 });
    expect(kept).toMatchObject({ key: 'kept', x: 25 });
    expect(fresh).toMatchObject({ key: 'fresh', x: 7, opacity: 0.25 });
  });

  it('a mark that does not change is the same object in every frame, so that nothing of it is drawn anew', () => {
    const still = rect('still', 5);
    const at = interpolateScene([rect('still', 5), rect('moves', 0)], [still, rect('moves', 9)]);
    expect(at(0.2)[0]).toBe(still);
    expect(at(0.7)[0]).toBe(still);
    expect(at(0.2)[1]).not.toBe(at(0.7)[1]);
  });
});
