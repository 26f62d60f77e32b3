/**
 * What the layouts' tests share: a picture's boxes at any size, and what must be true of every picture. Not part of the site.
 */
import type { ChartExample } from './scene/example.js';
import { sceneLayouts } from './scene-layouts.js';
import { registry } from './registry.js';
import { referenceSize } from './scene/reference.js';
import type { Mark, Scene, SceneLayout } from './scene/scene.js';
import { textBox } from './scene/text.js';
import type { ChartSize } from './scene/types.js';

export type Layout = SceneLayout;

/** The lowest frame that a living chart is laid out for; the prerendered one is never that low. */
export const lowest: ChartSize = { width: 300, height: 236 };

/** Every example of every kind that draws a scene; the other kinds are words, whose state is a class. */
export const sceneExamples = Object.entries(sceneLayouts).flatMap(([kind, layout]) =>
  (registry[kind]?.examples ?? []).map((example, i) => ({ name: `${kind} ${i}`, layout, example })),
);

export const testSizes: readonly ChartSize[] = [
  { width: 300, height: 320 },
  { width: 358, height: 420 },
  { width: 720, height: 600 },
  { width: 1040, height: 840 },
];

/** Where the prerendered picture, printed in percent, ends up in an area of another size. */
export function stretched(scene: Scene, size: ChartSize): Scene {
  const across = size.width / referenceSize.width;
  const down = size.height / referenceSize.height;
  const factors: Readonly<Record<string, number>> = {
    x: across,
    x1: across,
    x2: across,
    width: across,
    y: down,
    y1: down,
    y2: down,
    height: down,
  };
  return scene.map((mark) => {
    const moved = Object.entries(mark).flatMap(([name, value]) => {
      const factor = factors[name];
      return typeof value === 'number' && factor !== undefined ? [[name, value * factor] as const] : [];
    });
    return { ...mark, ...Object.fromEntries(moved) };
  });
}

export interface Picture {
  readonly name: string;
  readonly scene: Scene;
  readonly size: ChartSize;
}

/** An example's every state at every size, measured and as prerendered. */
export function pictures({ input, states }: ChartExample, layout: Layout): Picture[] {
  return states.flatMap((state) => {
    const name = `${input.name} ${Object.values(state).join(' ')}`;
    const measured = (size: ChartSize): Picture => ({
      name: `${name} ${size.width}×${size.height}`,
      size,
      scene: layout(input, state, size),
    });
    const prerendered = (size: ChartSize): Picture => ({
      name: `${name} ${size.width}×${size.height} prerendered`,
      size,
      scene: stretched(layout(input, state, referenceSize), size),
    });
    return [...testSizes.map(measured), measured(lowest), ...testSizes.map(prerendered)];
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function boxOf(mark: Mark): Box {
  switch (mark.type) {
    case 'text':
      return textBox(mark);
    case 'line':
      return {
        left: Math.min(mark.x1, mark.x2),
        right: Math.max(mark.x1, mark.x2),
        top: Math.min(mark.y1, mark.y2),
        bottom: Math.max(mark.y1, mark.y2),
      };
    case 'glyph': {
      const [left, top, right, bottom] = mark.reach;
      const [x, y] = [mark.x + (mark.dx ?? 0), mark.y + (mark.dy ?? 0)];
      return { left: x + left, right: x + right, top: y + top, bottom: y + bottom };
    }
    default:
      return { left: mark.x, right: mark.x + mark.width, top: mark.y, bottom: mark.y + mark.height };
  }
}

const slack = 1.5;

/** In words, everything wrong with a picture: numbers that are none, marks outside, labels on labels, upright lines over labels, keys twice. */
export function faults({ scene, size }: Picture): string[] {
  const visible = scene.filter((mark) => (mark.opacity ?? 1) > 0);
  const texts = visible.filter((mark) => mark.type === 'text');
  const keys = scene.map((mark) => mark.key);
  return [
    ...scene.flatMap((mark) =>
      Object.entries(mark)
        .filter(([, value]) => typeof value === 'number' && !Number.isFinite(value))
        .map(([name]) => `${mark.key}: ${name} is not finite`),
    ),
    ...scene.flatMap((mark) =>
      (mark.type === 'rect' || mark.type === 'field') && (mark.width < 0 || mark.height < 0)
        ? [`${mark.key} is inside out`]
        : [],
    ),
    ...keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${key} twice`),
    ...visible.filter((mark) => outside(boxOf(mark), size)).map((mark) => `${mark.key} leaves the frame`),
    ...texts.flatMap((a, i) =>
      texts
        .slice(i + 1)
        .filter((b) => overlap(textBox(a), textBox(b)))
        .map((b) => `${a.key} runs into ${b.key}`),
    ),
    // Only lines drawn after a text: one drawn before lies behind it, and the text's halo covers it.
    ...texts.flatMap((text) =>
      visible
        .slice(visible.indexOf(text))
        .filter((mark) => mark.type === 'line' && mark.x1 === mark.x2 && overlap(boxOf(mark), textBox(text)))
        .map((mark) => `${mark.key} runs through ${text.key}`),
    ),
  ];
}

const outside = (box: Box, size: ChartSize) =>
  box.left < -slack || box.top < -slack || box.right > size.width + slack || box.bottom > size.height + slack;

const overlap = (a: Box, b: Box) =>
  a.left < b.right - slack &&
  b.left < a.right - slack &&
  a.top < b.bottom - slack &&
  b.top < a.bottom - slack;
