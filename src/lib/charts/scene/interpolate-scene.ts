/**
 * The pictures between two pictures. Marks are matched by key: what both have moves, what is new fades in, what is gone
 * fades out. Nothing is remembered: the end is the target itself, from wherever the way began or was broken off.
 */
import { interpolateNumber } from 'd3';
import type { Mark, Scene } from './scene.js';

/** Progress 0..1 → the mark there; undefined once it has faded to nothing. */
type MarkAt = (progress: number) => Mark | undefined;

/**
 * As d3's interpolators do, this matches marks and compares their numbers once, before the first frame. A mark that is equal in
 * both scenes is the same object in every frame, by which the painter can tell that it has nothing to do.
 *
 * @param from the scene drawn when the way began, itself perhaps between two others
 * @param to the scene of the state
 * @returns progress 0..1, eased already → the scene there; at the end `to` itself, never a copy
 */
export function interpolateScene(from: Scene, to: Scene): (progress: number) => Scene {
  if (from === to) return () => to;
  const before = new Map(from.map((mark) => [mark.key, mark]));
  const kept = new Set(to.map((mark) => mark.key));
  const marks: readonly MarkAt[] = [
    ...from.filter((mark) => !kept.has(mark.key)).map(leaving),
    ...to.map((mark) => {
      const old = before.get(mark.key);
      return old && old.type === mark.type ? moving(old, mark) : arriving(mark);
    }),
  ];
  return (progress) => (progress >= 1 ? to : marks.flatMap((markAt) => markAt(progress) ?? []));
}

function leaving(mark: Mark): MarkAt {
  return (progress) => {
    const opacity = (mark.opacity ?? 1) * (1 - progress);
    return opacity > 0.01 ? { ...mark, opacity } : undefined;
  };
}

function arriving(mark: Mark): MarkAt {
  return (progress) => ({ ...mark, opacity: (mark.opacity ?? 1) * progress });
}

/** Never between two values: half a column is no column, and `opacity` has an interpolator of its own. */
const structural = new Set(['columns', 'rows', 'fontSize', 'opacity']);

/** Every number of the mark goes from old to new; words, classes and links are the new ones at once. */
function moving(old: Mark, mark: Mark): MarkAt {
  const past = new Map<string, unknown>(Object.entries(old));
  const numbers = Object.entries(mark).flatMap(([name, value]) => {
    const start = past.get(name);
    const moves =
      typeof value === 'number' && typeof start === 'number' && start !== value && !structural.has(name);
    return moves ? [{ name, at: interpolateNumber(start, value) }] : [];
  });
  const [before, after] = [old.opacity ?? 1, mark.opacity ?? 1];
  if (before !== after) numbers.push({ name: 'opacity', at: interpolateNumber(before, after) });
  if (numbers.length === 0) return () => mark;
  return (progress) => {
    const now: Record<string, number> = {};
    for (const { name, at } of numbers) now[name] = at(progress);
    return { ...mark, ...now };
  };
}
