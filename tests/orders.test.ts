/**
 * Any order reads soundly: two hundred seeded orders and subsets of the real story's sections, put together without
 * reading a file again. A share of them is also written into `order.yaml` by the editing page's means and checked as a
 * build would; `npm run test:orders` does that with all.
 */
import { describe, expect, it } from 'vitest';
import { connectingChanges, toStoryFiles } from '../src/lib/edit/files/index.js';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, orderStory } from '../src/lib/story/index.js';
import type { Inline, Section, Story } from '../src/lib/story/types.js';
import { edited, fileChanges, realFiles } from './support/edit-files.js';
import { inlinesOf } from './support/inlines.js';
import { randomOrder } from './support/orders.js';

function realStory(): Story {
  const checked = checkStory(readStoryFiles('data'), kindSpecs, languageIdioms);
  if (!checked.ok) throw new Error('the real story has problems: npm run check:story');
  return checked.story;
}

const story = realStory();
/** How many orders go through files and checks. */
const throughFiles = Number(process.env['ORDERS'] ?? 8);
const orders = Array.from({ length: 200 }, (_, seed) => randomOrder(story, seed));

/** Every piece of a section's running text in one edition, in the order of reading. */
const prose = (section: Section): readonly Inline[] => inlinesOf(section, 'zh');

describe.each(orders.map((ids, i) => ({ i, ids })))('order $i ($ids.length sections)', ({ ids }) => {
  const ordered = orderStory(story, ids);
  const sections = ordered.ok ? ordered.story.sections : [];

  it('is put together', () => {
    expect(ordered.ok ? [] : ordered.faults).toEqual([]);
    expect(sections.map(({ id }) => id)).toEqual(ids);
    expect(ordered.ok && ordered.story.hidden.length).toBe(story.sections.length - ids.length);
  });

  it('has each anchor once', () => {
    const anchors = sections.flatMap(({ id, steps }) => [id, ...steps.map((step) => `${id}--${step.id}`)]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('points the right way', () => {
    sections.forEach((section, here) => {
      for (const node of prose(section)) {
        if (node.type !== 'see') continue;
        const there = ids.indexOf(node.section);
        expect(there, `${section.id} → ${node.section}`).toBeGreaterThanOrEqual(0);
        expect(node.direction, `${section.id} → ${node.section}`).toBe(there < here ? 'before' : 'after');
      }
    });
  });

  it('explains each term exactly once, where it is first used', () => {
    const explained = new Set<string>();
    for (const node of sections.flatMap(prose)) {
      if (node.type !== 'term') continue;
      expect(node.first, node.id).toBe(!explained.has(node.id));
      explained.add(node.id);
    }
  });

  it('connects a section only with the one before it', () => {
    sections.forEach((section, here) => {
      const fitting = section.leadIns?.find(({ after }) => after === ids[here - 1]);
      expect(section.leadIn !== undefined, section.id).toBe(fitting !== undefined);
    });
  });

  it('tells what it does to the words between sections', () => {
    const tried = ordered.ok ? ordered.story : story;
    const changes = connectingChanges(story, tried);
    const count = (type: string): number => changes.filter((change) => change.type === type).length;
    const leadIns = (of: Story): number => of.sections.filter(({ leadIn }) => leadIn?.['zh']).length;
    expect(leadIns(story) + count('lead-in-appears') - count('lead-in-vanishes')).toBe(leadIns(tried));
    for (const change of changes) {
      if (change.type === 'see-turns') {
        const turned = ids.indexOf(change.target) < ids.indexOf(change.section) ? 'before' : 'after';
        expect(change.to).toBe(turned);
      }
      if (change.type === 'term-moves' && change.to !== undefined) expect(ids).toContain(change.to);
    }
  });

  it('keeps the pinned sections at their ends', () => {
    sections.forEach((section, here) => {
      if (section.pin === 'first') expect(here).toBe(0);
      if (section.pin === 'last') expect(here).toBe(sections.length - 1);
    });
  });
});

describe('saved into order.yaml', () => {
  it.each(orders.slice(0, throughFiles).map((ids, i) => ({ i, ids })))('order $i checks clean', ({ ids }) => {
    const saved = edited(realFiles, { type: 'set-order', published: ids });
    const checked = checkStory(toStoryFiles(saved), kindSpecs, languageIdioms);
    expect(checked.ok ? checked.story.sections.map(({ id }) => id) : checked.problems).toEqual(ids);
    const { gone = [], come = [] } = fileChanges(realFiles, saved)['story/order.yaml'] ?? {};
    const names = (lines: readonly string[]) => lines.map((line) => /[a-z][\w-]*/.exec(line)?.[0]).sort();
    expect(names(come)).toEqual(names(gone));
  });
});

describe('an order that cannot be', () => {
  it.each([
    [[], 'nothing-published'],
    [['opening', 'nowhere', 'close'], 'unknown-section'],
    [['opening', 'fire', 'fire', 'close'], 'duplicate-id'],
    [['fire', 'opening', 'close'], 'pin-out-of-place'],
  ])('%j: %s', (ids, rule) => {
    const ordered = orderStory(story, ids);
    expect(ordered.ok ? [] : ordered.faults.map((fault) => fault.rule)).toContain(rule);
  });
});
