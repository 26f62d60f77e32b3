import { parseHTML } from 'linkedom';
import { randomLcg } from 'd3';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { interpolateScene } from './scene/interpolate-scene.js';
import { Painter } from './scene/painter.js';
import type { Scene } from './scene/scene.js';
import { inPixels, type SvgContext } from './scene/svg.js';
import { sceneExamples, testSizes } from './testing.js';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('document', document);
afterAll(() => vi.unstubAllGlobals());

const context: SvgContext = { ...inPixels, prefix: 'one-two', edition: 'en' };

function easel() {
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  return { group, painter: new Painter(group, context) };
}

/** All that is drawn; the order of attributes says nothing. */
const drawn = (element: Element): unknown => [
  element.tagName,
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  element.children.length > 0 ? [...element.children].map(drawn) : element.textContent,
];

function fresh(scene: Scene): unknown {
  const { group, painter } = easel();
  painter.paint(scene);
  return drawn(group);
}

describe.each(sceneExamples)('the painter of $name', ({ layout, example: { input, states } }) => {
  const size = testSizes[1] ?? { width: 358, height: 420 };

  it('after any way, broken off anywhere, has drawn what a fresh one draws', () => {
    const random = randomLcg(31);
    const scenes = states.map((state) => layout(input, state, size));
    const { group, painter } = easel();
    let now: Scene = scenes[0] ?? [];
    for (let way = 0; way < 40; way += 1) {
      const target = scenes[Math.floor(random() * scenes.length)] ?? [];
      now = interpolateScene(now, target)(random() < 0.3 ? 1 : random());
      painter.paint(now);
      expect(drawn(group)).toEqual(fresh(now));
    }
  });
});

describe('the painter', () => {
  const rect = (key: string, x: number, className = 'c-bar') =>
    ({ type: 'rect', key, className, x, y: 0, width: 10, height: 10 }) as const;

  it('keeps the element of a mark that moves, so that focus and motion stay with it', () => {
    const { group, painter } = easel();
    painter.paint([rect('a', 0), rect('b', 5)]);
    const [, a] = group.children;
    painter.paint([rect('b', 6), rect('a', 1)]);
    expect(group.children[2]).toBe(a);
    expect(a?.getAttribute('x')).toBe('1');
  });

  it('does not touch what stays the same', () => {
    const { group, painter } = easel();
    const still = rect('still', 0);
    painter.paint([still, rect('moves', 5)]);
    const touched = vi.spyOn(group.children[1] ?? group, 'setAttribute');
    painter.paint([still, rect('moves', 6)]);
    expect(touched).not.toHaveBeenCalled();
  });

  it('has nothing to do with the scene that it drew last', () => {
    const { group, painter } = easel();
    const scene = [rect('a', 0)];
    painter.paint(scene);
    const looked = vi.spyOn(group, 'children', 'get');
    painter.paint(scene);
    expect(looked).not.toHaveBeenCalled();
    painter.paint([...scene]);
    expect(looked).toHaveBeenCalled();
  });

  it('writes an attribute only where it differs', () => {
    const { group, painter } = easel();
    painter.paint([rect('a', 0)]);
    const touched = vi.spyOn(group.children[1] ?? group, 'setAttribute');
    painter.paint([rect('a', 4)]);
    expect(touched.mock.calls).toEqual([['x', '4']]);
  });
});
