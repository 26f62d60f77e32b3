/**
 * A story as the objects that it was before, wherever nothing of them has changed: what stays the same object is not drawn again.
 * Parts are the same when their JSON is.
 */
import type { Section, Story } from '../../story/types.js';

export function keepSame(before: Story, now: Story): Story {
  const old = new Map([...before.sections, ...before.hidden].map((section) => [section.id, section]));
  const keep = (section: Section) => keepSection(old.get(section.id), section);
  return {
    ...now,
    sections: keepList(before.sections, now.sections.map(keep)),
    hidden: keepList(before.hidden, now.hidden.map(keep)),
  };
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
  before !== undefined && (before === now || JSON.stringify(before) === JSON.stringify(now)) ? before : now;

/** The list itself too, if it holds the same objects in the same order. */
const keepList = <Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  before.length === now.length && now.every((item, i) => item === before[i]) ? before : now;
