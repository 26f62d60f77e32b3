/**
 * The picture between two pictures. Marks are matched by key: what both have moves, what is new fades in, what is gone
 * fades out. Nothing is remembered: the end is the target itself, from wherever the way began or was broken off.
 */
import { interpolateNumber } from 'd3';
import type { Mark, Scene } from './scene.js';

/**
 * @param from the scene drawn when the way began, itself perhaps between two others
 * @param to the scene of the state
 * @param progress 0..1, eased already
 * @returns `to` itself at the end, never a copy
 */
export function between(from: Scene, to: Scene, progress: number): Scene {
  if (progress >= 1 || from === to) return to;
  const before = new Map(from.map((mark) => [mark.key, mark]));
  const kept = new Set(to.map((mark) => mark.key));
  const leaving = from
    .filter((mark) => !kept.has(mark.key))
    .map((mark) => ({ ...mark, opacity: (mark.opacity ?? 1) * (1 - progress) }))
    .filter((mark) => mark.opacity > 0.01);
  const arriving = to.map((mark) => {
    const old = before.get(mark.key);
    return old && old.type === mark.type ? moved(old, mark, progress) : faded(mark, progress);
  });
  return [...leaving, ...arriving];
}

const faded = (mark: Mark, progress: number): Mark => ({ ...mark, opacity: (mark.opacity ?? 1) * progress });

/** Every number of the mark goes from old to new; words, classes and links are the new ones at once. */
function moved<M extends Mark>(old: Mark, mark: M, progress: number): M {
  const numbers: Record<string, number> = {};
  const past = new Map<string, unknown>(Object.entries(old));
  for (const [name, value] of Object.entries(mark)) {
    const start = past.get(name);
    if (typeof value === 'number' && typeof start === 'number' && start !== value && !structural.has(name)) {
      numbers[name] = interpolateNumber(start, value)(progress);
    }
  }
  return { ...mark, ...numbers, opacity: interpolateNumber(old.opacity ?? 1, mark.opacity ?? 1)(progress) };
}

/** Half a column is no column. */
const structural = new Set(['columns', 'rows', 'size']);
