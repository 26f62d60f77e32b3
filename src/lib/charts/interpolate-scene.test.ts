import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { interpolateScene } from './scene/interpolate-scene.js';
import type { Mark, Scene } from './scene/scene.js';
import { sceneExamples, testSizes } from './testing.js';

const unsound = (scene: Scene) =>
  scene.filter((mark) =>
    Object.values(mark).some((value) => typeof value === 'number' && !Number.isFinite(value)),
  );

/** What can be seen, by key: a mark that has faded out is as good as gone. */
const seen = (scene: Scene) =>
  new Map(scene.filter(({ opacity = 1 }) => opacity > 0.01).map((mark) => [mark.key, mark]));

/** Whether two marks say the same, their numbers as fine as a screen can show. */
function alike(mark: Mark | undefined, other: Mark | undefined): boolean {
  if (mark === other) return true;
  if (!mark || !other) return false;
  const [a, b] = [Object.entries({ opacity: 1, ...mark }), new Map(Object.entries({ opacity: 1, ...other }))];
  return (
    a.length === b.size &&
    a.every(([name, value]) => {
      const meant: unknown = b.get(name);
      return typeof value === 'number' && typeof meant === 'number'
        ? Math.abs(value - meant) < 1e-3
        : value === meant;
    })
  );
}

/** Everything that sets the last frame before the end apart from the end. */
function jumps(frame: Scene, target: Scene): unknown[] {
  const [shown, meant] = [seen(frame), seen(target)];
  return [...new Set([...shown.keys(), ...meant.keys()])]
    .filter((key) => !alike(shown.get(key), meant.get(key)))
    .map((key) => [shown.get(key), meant.get(key)]);
}

/** Where a mark is: what may go over from one picture to the next only on a way. */
const places = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height'] as const;
const placeOf = (mark: Mark | undefined) => places.map((name) => mark && Reflect.get(mark, name));

describe.each(sceneExamples)('between two pictures of $name', ({ layout, example: { input, states } }) => {
  const size = testSizes[1] ?? { width: 358, height: 420 };
  const scenes = states.map((state) => layout(input, state, size));

  it('100 ways broken off midway arrive at their targets without a jump', () => {
    const random = randomLcg(500);
    const pick = () => scenes[Math.floor(random() * scenes.length)] ?? [];
    let drawn: Scene = pick();
    for (let way = 0; way < 100; way += 1) {
      const target = pick();
      const broken = interpolateScene(drawn, target)(random());
      expect(unsound(broken)).toEqual([]);
      expect(new Set(broken.map((mark) => mark.key)).size).toBe(broken.length);
      const on = interpolateScene(broken, target);
      // The very last frame of the way: the end itself is the target, whatever the way was.
      expect(jumps(on(1 - 1e-9), target)).toEqual([]);
      expect(on(1)).toBe(target);
      drawn = broken;
    }
  });

  it('every mark begins its way where it was', () => {
    for (const [i, from] of scenes.entries())
      for (const to of scenes.slice(i + 1)) {
        const start = seen(interpolateScene(from, to)(0));
        const types = new Map(to.map(({ key, type }) => [key, type]));
        for (const [key, mark] of seen(from)) {
          // What becomes another kind of mark fades in as a new one.
          if ((types.get(key) ?? mark.type) !== mark.type) continue;
          expect([key, ...placeOf(start.get(key))]).toEqual([key, ...placeOf(mark)]);
        }
      }
  });
});

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
