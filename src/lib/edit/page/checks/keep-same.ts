/**
 * Replaces the parts of a new story by the old objects wherever they are equal, because Svelte does not update what stays the
 * same object.
 */
import type { Section, Story } from '../../../story/types.js';

export function keepSame(before: Story, now: Story): Story {
  const old = new Map([...before.sections, ...before.hidden].map((section) => [section.id, section]));
  const keep = (section: Section) => keepSection(old.get(section.id), section);
  return {
    ...now,
    sections: keepList(before.sections, now.sections.map(keep)),
    hidden: keepList(before.hidden, now.hidden.map(keep)),
  };
}

/** Replaces rows of the outline by the old objects with the same id, if they are equal. */
export function keepRows<Row extends { readonly id: string }>(
  before: readonly Row[],
  now: readonly Row[],
): readonly Row[] {
  const old = new Map(before.map((row) => [row.id, row]));
  return keepList(
    before,
    now.map((row) => keepPart(old.get(row.id), row)),
  );
}

function keepSection(before: Section | undefined, now: Section): Section {
  if (!before) return now;
  const steps = new Map(before.steps.map((step) => [step.id, step]));
  const charts = new Map(before.stage.map((chart) => [chart.name, chart]));
  const kept: Section = {
    ...now,
    title: keepPart(before.title, now.title),
    standfirst: keepPart(before.standfirst, now.standfirst),
    ...(now.leadIn ? { leadIn: keepPart(before.leadIn, now.leadIn) } : {}),
    steps: keepList(
      before.steps,
      now.steps.map((step) => keepPart(steps.get(step.id), step)),
    ),
    stage: keepList(
      before.stage,
      now.stage.map((chart) => keepPart(charts.get(chart.name), chart)),
    ),
  };
  return keepPart(before, kept);
}

const keepPart = <Part>(before: Part | undefined, now: Part): Part =>
  before !== undefined && isSame(before, now) ? before : now;

/** Whether two plain values (JSON) are equal. Identical objects are not compared further, and most of a story is identical. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [entries, keys] = [Object.entries(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    entries.length === keys.length &&
    entries.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, Reflect.get(other, key)))
  );
}

/** Returns the old list if it contains the same objects in the same order. */
const keepList = <Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  before.length === now.length && now.every((item, i) => item === before[i]) ? before : now;
